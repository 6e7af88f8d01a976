# 命令行里的话。

file-made = 已新建本子：{ $file }
first-run-missing = 还没有本子：{ $file }
first-run-question = 要新建吗？[y/n]
first-run-declined = 没有新建本子。想先看看样例店，请运行 ricejar --demo
waiting-for-lock = 另一个程序正在写本子，请稍候；按 Ctrl-C 放弃。
file-there = { $file } 已经存在，什么都没写。
    .hint = 直接用它，或另选文件名。
new-shop-name = 米店

# 不合语法的话。
usage-see-help = 请看：{ $command } --help
usage-did-you-mean = 是不是想输入 { $text }？
usage-choose = 可选：{ $values }
usage-value = { $argument } 不能用“{ $value }”。
usage-value-missing = { $argument } 后面要有值。
usage-because = { $argument }：{ $because }
usage-unknown-argument = 这里没有选项 { $argument }。
usage-unknown-word = 多余的参数“{ $argument }”。
usage-unknown-command = 没有“{ $text }”这个命令。
usage-too-many-values = { $argument } 给的值太多：“{ $value }”。
usage-too-few-values = { $argument } 给的值太少。
usage-conflict = { $argument } 和 { $prior } 不能一起用。
usage-twice = { $argument } 只能给一次。
usage-missing = 缺少：{ $argument }
usage-not-utf8 = 有的参数不是 UTF-8 编码。
usage-other = 这条命令的参数合不起来。
usage-language = 不支持的语言“{ $text }”。
    .hint = 请选 en 或 zh-CN。
usage-consent = “{ $text }”不是一组联系方式。
    .hint = 请选 phone,message,email 中的几种，或 all、none、unknown。
usage-pair = “{ $text }”没有成对：商品和数量要一对一对地写。
    .hint = 例如：大米 15 油 2
usage-follow-up = “{ $text }”不是回访。
    .hint = 用编号，或 follow-up list 里的名字，例如 birthday/C001/2026-03-27。
usage-nothing-to-change = 没有写明“{ $text }”要改什么。
    .hint = 至少给出一项；--help 列出所有可改的内容。
usage-no-customers = “{ $text }”的行不属于哪位客户。
    .hint = 不要写 --area、--tag 和 --customer。
usage-no-days = “{ $text }”的行没有日期。
    .hint = 不要写 --from 和 --to。
usage-date-order = “{ $text }”不是日期写法。
    .hint = 可以写 mdy（4/3 是 4月3日）、dmy（4/3 是 3月4日）或 none。
usage-reminders = “{ $text }”不是催款步骤，或者这一天重复了。
    .hint = 写离到期日的天数和模板名：-1: friendly, +3, +10: firm, +30: last
reminders-not-set = 还没有设催款步骤：shop set reminders '-1: friendly, +3, +10: firm, +30: last'
reminders-nobody = 没有要提醒付款的客户。
reminders-left-out = 略过 { $count } 家：没有同意用这种方式，或者联系不上。
reminders-no-command = 没有设发送催款的命令。
    .hint = 请写在 config.toml 里：[reminders]，下一行 command = "..."
reminder-not-sent = { $who }：没有发出，也没有登记：{ $reason }
reminders-not-sent = 有 { $count } 条没有发出，其他的已发。
hand-over-too-long = 超过 { $seconds } 秒，已经中止
usage-rules-off = “{ $text }”不是回访规则：首次送货、承诺付款、生日、久未联系、催款、投诉、投诉回访。
usage-html = 只有对账单和收据能写成 HTML。
    .hint = 可以选：table、csv、json、jsonl。
usage-hledger = 只有账本能写成 hledger 格式：export ledger。
    .hint = 可以选：table、csv、json、jsonl。
usage-ledger = 账本只有 hledger 格式；要别的格式，请导出 entries。
    .hint = 不用写 --format。
usage-ageing = “{ $text }”不是账龄分段。
    .hint = 请写最多八个天数，从小到大：7,30,60。
usage-service-level = “{ $text }”不能作断货率上限。
    .hint = 请写 0.1% 到 50% 之间的百分数，例如 5%。

# 说的是谁。
pick-no-customer = 找不到客户“{ $text }”。
    .hint = 试试名称的一部分、拼音、首字母、编号或电话号码：customer list
pick-no-product = 找不到商品“{ $text }”。
    .hint = 看看有哪些：product list
pick-no-container = 找不到周转容器“{ $text }”。
    .hint = 看看有哪些：container list
pick-several-customers = 有好几位客户符合“{ $text }”：{ $matches }。
    .hint = 多输几个字，或输入编号。
pick-several-products = 有好几种商品符合“{ $text }”：{ $matches }。
    .hint = 多输几个字。
pick-several-containers = 有好几种周转容器符合“{ $text }”：{ $matches }。
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
tab-balance = { $who } 的赊账：{ $balance }
tab-total = 共欠 { $owed }，预存 { $credit }
ticket-total = 未用水票共 { $count } 张，已收 { $value }

# 今天和路线。
today-head = { $shop }，{ $day }
today-could-join = 另有 { $count } 家今天可以顺路送，见“ricejar delivery propose”。
today-unknown-jars = 有 { $count } 个缸还没法推算（没看过，或不知道用多快），见“ricejar jar list”。
today-nothing = 今天没有要做的事。
today-deliver = 送货：{ $stops } 家；装车 { $load }
load-none = 无
today-collect = 收款：{ $tabs } 户，{ $due }
today-look-after = 回访：{ $count } 件
today-short = 库存不足
round-head = { $day }的路线：{ $stops ->
        [0] 没有要送的
       *[other] { $stops } 家；装车 { $load }；应收 { $due }
    }

# 客户页。
sheet-between = 、
sheet-more = { $fact }：{ $more }
sheet-left = 已停购
sheet-people = 人口
sheet-people-business = 用餐人数
sheet-changes = 人口变动
sheet-away = 外出
sheet-skips = 停送
sheet-balance = 赊账
sheet-oldest-due = 最早到期
sheet-held = 押金
sheet-tickets = 水票
sheet-prices = 协议价
sheet-containers = 周转容器
statement-containers = 手上的周转容器：{ $held }
sheet-joined = 首次登记
sheet-external = 外部编号
sheet-household = 大人 { $adults }，小孩 { $children }，老人 { $elders }
sheet-jars = 家里存量
sheet-deliveries = 送货
sheet-entries = 账目
sheet-follow-ups = 回访
sheet-complaints = 投诉
sheet-contacts = 最近联系

# 送货。
plan-nothing = 没有还没安排的建议送货。

# 整个文件。
export-folder = 导出全部时，要指定一个还不存在的文件夹。
    .hint = 例如：export all -o 文件夹
import-dry-run = 只试了一遍，什么都没写。
input-missing = 没有文件 { $path }。
    .hint = 请检查文件名和文件夹；什么都没读。
input-no-file = { $path } 读不了：{ $reason }。
backup-made = 本子已复制并核对：{ $file }
backup-made-unchecked = 本子已复制，还没有核对：{ $file }
backup-made-unsound = 本子已照原样复制：{ $file }
restored = 备份已成为现在的本子：{ $file }
rescued = 还能读的内容已存入 { $file }
rescue-lost = 有 { $count } 处没能照原样复制。
    .hint = 损坏的本子保持原样。请补上缺少的内容，再改用新文件。
restore-kept = 原来的本子还留着：{ $file }

# 界面。
no-terminal = 打开界面需要终端。
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
config-no-deed = 没有叫“{ $name }”的按键动作。
    .hint = 名字都列在 assets/config.toml 和 README 里。
config-no-key = “{ $name }”不能用“{ $text }”。
    .hint = 多个键用空格分开："x ctrl-x page-up"。
config-typed = “{ $name }”不能用“{ $text }”，因为那里要打字。
    .hint = 打字的地方请用 Ctrl 或有名字的键："ctrl-{ $text }"、"esc"。
config-twice = 在同一处，“{ $text }”不能既是“{ $name }”又是“{ $other }”。
    .hint = 请把“{ $other }”也换成别的键。
