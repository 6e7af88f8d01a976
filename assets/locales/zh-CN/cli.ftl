# 命令行里的话。

file-made = 新本子建好了：{ $file }
first-run-missing = 还没有本子：{ $file }
first-run-question = 要新建吗？[y/n]
first-run-declined = 没有新建本子。想先看看样例店，请运行 ricejar --demo
waiting-for-lock = 另一个程序正在写本子，请稍候；按 Ctrl-C 放弃。
file-there = 已经有 { $file }，什么都没写。
    .hint = 直接用它，或另选地方。
new-shop-name = 米店

# 不合语法的话。
usage-see-help = 请看：{ $command } --help
usage-did-you-mean = 是不是想输入 { $text }？
usage-choose = 可选：{ $values }
usage-value = “{ $value }”不能用作 { $argument }。
usage-value-missing = { $argument } 后面要有值。
usage-because = { $argument }：{ $because }
usage-unknown-argument = 这里没有选项 { $argument }。
usage-unknown-word = 这里放不下“{ $argument }”。
usage-unknown-command = 没有“{ $text }”这个命令。
usage-too-many-values = { $argument } 给的值太多：“{ $value }”。
usage-too-few-values = { $argument } 给的值太少。
usage-conflict = { $argument } 和 { $prior } 不能一起用。
usage-twice = { $argument } 只能给一次。
usage-missing = 缺少：{ $argument }
usage-not-utf8 = 有的字不是 UTF-8。
usage-other = 这条命令的各部分对不上。
usage-language = “{ $text }”不是 ricejar 会说的语言。
    .hint = 请选 en 或 zh-CN。
usage-pair = “{ $text }”落了单：商品和数量要成对。
    .hint = 例如：大米 15 油 2
usage-follow-up = “{ $text }”不是跟进。
    .hint = 用编号，或 follow-up list 里的名字，例如 birthday/C001/2026-03-27。
usage-nothing-to-change = 没有说“{ $text }”要改什么。
    .hint = 至少给出一项；--help 列出所有可改的内容。
usage-service-level = “{ $text }”不是服务水平。
    .hint = 它是店里能接受的断粮可能，从 0.1% 到 50%，例如 5%

# 说的是谁。
pick-no-customer = 没有客户符合“{ $text }”。
    .hint = 试试名字的一部分、拼音、首字母、编号或电话号码：customer list
pick-no-product = 没有商品符合“{ $text }”。
    .hint = 看看有哪些：product list
pick-several-customers = “{ $text }”符合好几位客户：{ $matches }。
    .hint = 多输几个字，或输入编号。
pick-several-products = “{ $text }”符合好几种商品：{ $matches }。
    .hint = 多输几个字。

# 输出。
output-full = 没有写完：磁盘满了。
    .hint = 腾出空间再试。
output-failed = 写不出去：{ $reason }。
output-no-file = { $path } 写不了：{ $reason }。
    .hint = 看看文件夹在不在，有没有写的权限。

jar-learned = 已从全部余量和送货重新学习，所有预测都已更新。
check-well = 账目全都对得上。
check-unsound = 有 { $count } 处对不上。
    .hint = 把还能读的内容复制到新本子：ricejar rescue 文件

# 赊账。
tab-balance = { $who } 的欠款余额：{ $balance }
tab-total = 共欠 { $owed }，预存 { $credit }

# 今天和路线。
today-head = { $shop }，{ $day }
today-nothing = 今天没有要做的事。
today-deliver = 送货：{ $stops } 家；装车 { $load }
today-collect = 收款：{ $tabs } 户，{ $due }
today-look-after = 照看：{ $count } 件
today-short = 快断货
round-head = { $day }的路线：{ $stops ->
        [0] 没有要送的
       *[other] { $stops } 家；装车 { $load }；应收 { $due }
    }

# 客户页。
sheet-between = 、
sheet-more = { $fact }：{ $more }
sheet-left = 已离开
sheet-people = 人口
sheet-changes = 人口变动
sheet-away = 外出
sheet-balance = 赊账
sheet-oldest-due = 最早到期
sheet-held = 押金
sheet-joined = 首次登记
sheet-external = 外部编号
sheet-household = 大人 { $adults }，孩子 { $children }，老人 { $elders }
sheet-jars = 米缸
sheet-deliveries = 送货
sheet-entries = 账目
sheet-follow-ups = 跟进
sheet-contacts = 最近的话

# 送货。
plan-nothing = 没有建议要送而还没安排的。

# 整个文件。
export-folder = 导出全部时，要指定一个还不存在的文件夹。
    .hint = 例如：export all -o 文件夹
import-dry-run = 只是试了一遍，什么都没写。
input-missing = 没有文件 { $path }。
    .hint = 请看看文件名和文件夹；什么都没读。
input-no-file = { $path } 读不了：{ $reason }。
backup-made = 本子已复制并核对：{ $file }
backup-made-unsound = 本子已照原样复制：{ $file }
restored = 备份已成为现在的本子：{ $file }
rescued = 还能读的内容已存入 { $file }
rescue-lost = 有 { $count } 处没能照原样复制。
    .hint = 损坏的本子保持原样。请补上缺少的内容，再改用新文件。
restore-kept = 原来的本子还留着：{ $file }

# 界面。
no-terminal = 这里没有可以显示界面的终端。
    .hint = 用 ricejar --headless 看今天的清单，或使用命令：ricejar --help
dumb-terminal = 这个终端只能逐行显示，不能打开界面。
    .hint = 用 ricejar --headless 看今天的清单，或使用命令：ricejar --help

# 配置文件。
config-not-a-file = { $text } 不是文件，而是文件夹、管道或设备。
config-too-large = 配置文件 { $text } 超过 1 MB。
config-where = { $file } 第 { $line } 行：
config-grammar = 不是 TOML 写法：{ $text }
config-unknown = 没有“{ $name }”这项设置。
    .hint = 可用的设置：theme、ascii、language 和 [keys] 表。
config-value = “{ $name }”不能是 { $text }。
    .hint = theme 用 "dark"、"light" 或 "colour-blind"；ascii 用 true 或 false；language 用 "en" 或 "zh-CN"。
config-no-deed = 没有叫“{ $name }”的按键。
    .hint = 名字都列在 assets/config.toml 和 README 里。
config-no-key = “{ $name }”不能用“{ $text }”。
    .hint = 多个键用空格分开："x ctrl-x page-up"。
config-typed = “{ $name }”不能用“{ $text }”，因为那里要打字。
    .hint = 打字的地方请用 Ctrl 或有名字的键："ctrl-{ $text }"、"esc"。
config-twice = 在同一处，“{ $text }”不能既是“{ $name }”又是“{ $other }”。
    .hint = 请把“{ $other }”也换成别的键。
