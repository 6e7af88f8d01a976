# 屏幕上的话。

screen-today = 今日
screen-customers = 客户
screen-deliveries = 送货
screen-follow-ups = 跟进
screen-follow-up = 跟进

# 按键：短词显示在底栏，说明显示在帮助里。
key-save = 保存
    .hint = 保存表单
key-next-field = 下一项
    .hint = 下一项
key-previous-field = 上一项
    .hint = 上一项
key-keep-filter = 保留
    .hint = 保留筛选，回到列表
key-cancel = 取消
    .hint = 不保存、不筛选，直接离开
key-done = 完成
    .hint = 已送到，或已跟进
key-pay = 收款
    .hint = 记一笔收款
key-snooze = 改期
    .hint = 改到另一天
key-why = 依据
    .hint = 为什么这样预测
key-open = 详情
    .hint = 打开客户那一页
key-filter = 查找
    .hint = 按姓名、拼音、首字母、编号、片区查找
key-closed = 已了结
    .hint = 看已完成的、已放弃的，再回到未完成的
key-sort = 排序
    .hint = 按下一列排序
key-reverse = 反序
    .hint = 从另一头排
key-day-before = 前一天
    .hint = 看前一天
key-day-after = 后一天
    .hint = 看后一天
key-board-left = 前一天
    .hint = 看左边的一天
key-board-right = 后一天
    .hint = 看右边的一天
key-today = 今天
    .hint = 回到今天
key-undo = 撤销
    .hint = 撤销上一次改动
key-redo = 重做
    .hint = 重做刚撤销的改动
key-up = 上
    .hint = 向上
key-down = 下
    .hint = 向下
key-left = 左
    .hint = 上一栏
key-right = 右
    .hint = 下一栏
key-page-up = 上一页
    .hint = 上一页
key-page-down = 下一页
    .hint = 下一页
key-first = 开头
    .hint = 到开头
key-last = 末尾
    .hint = 到末尾
key-screen-today = 今日
    .hint = 看今日
key-screen-customers = 客户
    .hint = 看客户
key-screen-deliveries = 送货
    .hint = 看送货
key-screen-follow-ups = 跟进
    .hint = 看跟进
key-next-screen = 下一屏
    .hint = 下一屏
key-previous-screen = 上一屏
    .hint = 上一屏
key-filter-up = 上
    .hint = 在列表里向上
key-filter-down = 下
    .hint = 在列表里向下
key-caret-left = 左
    .hint = 光标左移一字
key-caret-right = 右
    .hint = 光标右移一字
key-caret-start = 行首
    .hint = 到本项开头
key-caret-end = 行尾
    .hint = 到本项末尾
key-backspace = 退格
    .hint = 删除前一个字
key-delete = 删除
    .hint = 删除后一个字
key-delete-word = 删词
    .hint = 删除前一个词
key-clear-field = 清空
    .hint = 清空本项
key-close = 关闭
    .hint = 关闭
key-back = 返回
    .hint = 关闭提示，或取消筛选
key-help = 帮助
    .hint = 显示按键
key-quit = 退出
    .hint = 退出
key-quit-now = 退出
    .hint = 随时退出

help-title = 按键
lines-below = 下面还有 { $count } 行

# 今日。
panel-deliver = 送货
panel-collect = 收款
panel-look-after = 关照
stops = { $count } 家
stops-and-goods = { $stops }，{ $goods }
collections = { $count } 家，{ $amount }
short = 库存不足：{ $products }
late-days = 迟 { $days } 天
empty-on = { $day }吃完
could-join = { $key }：{ $areas }今天还可顺路送 { $count } 家
areas = { $count } 个片区
owes = 欠 { $amount }
between-goods = 、
payday-today = 今天发薪
payday-then = 发薪日
nothing-to-deliver = 今天没有要送的货。
nothing-to-collect = 今天没有要收的款。
nobody-to-look-after = 今天没有要关照的客户。
nothing-on-that-day = 那天没有。
another-day = { $day }，{ $away }
days-ago = { $days ->
        [1] 昨天
       *[other] { $days } 天前
    }
days-ahead = { $days ->
        [1] 明天
       *[other] { $days } 天后
    }
nothing-found = 没有找到。

# 客户。
customers-in-all = { $count } 家
found = 找到 { $count } 家
no-customers = 还没有客户。先添加一位：ricejar customer add 姓名
column-code = 编号
column-name = 姓名
column-area = 片区
column-people = 人口
column-empty = 吃完
column-balance = 欠款
column-payday = 发薪日
column-last-contact = 上次联系
column-last-delivery = 上次送货
column-tags = 标签
column-phone = 电话

# 送货。
round-of = { $day } 的路线
due-at-the-doors = 上门应收 { $amount }
no-round = 这一天没有安排送货。
proposed = 建议
panel-load = 装车
charged = 记账 { $amount }
panel-brought = 已送到
week-of = { $day } 起的一周
week-today = 今天
week-done = 已送 { $count }
week-some-done = 已送 { $done }/{ $all }
week-late = 迟 { $count } 家
week-missed = 没送成 { $count }
week-proposed = 建议 { $count }
column-goods = 货物
column-address = 地址
column-due = 应收
column-door = 门口提示

# 跟进。
due-and-coming = 到期 { $due }，将到 { $coming }
follow-ups-done = 已完成，最新在前
follow-ups-dropped = 已放弃，最新在前
no-follow-ups-done = 还没有完成过跟进。
no-follow-ups-dropped = 没有放弃过的跟进。
column-outcome = 结果
no-follow-ups = 没有要跟进的事。
column-day = 日期
column-what = 事项
column-last-words = 上次说的话

# 客户那一页。
people = { $count } 口人
people-of = 大人 { $adults }，小孩 { $children }，老人 { $elders }
away = { $from } 到 { $to }
page-household = 家庭
page-phone = 电话
page-address = 地址
page-door = 门口提示
page-away = 外出
page-tags = 标签
page-note = 备注
page-left = 已离开
page-payday = 发薪日
page-next-paydays = 接下来：{ $days }
page-tab = 赊账
page-even = 已结清
page-credit = 有余款 { $amount }
page-owes-due = 欠 { $amount }，{ $day } 到期
page-jars = 米缸
page-no-forecast = 还不能预测
page-jar = 还剩 { $level }，{ $likely }吃完（{ $low } 到 { $high }）
page-window = { $earliest } 到 { $latest } 送
page-bring-by = 最迟 { $latest } 送
page-to-do = 待办
page-seen = 看缸
page-timeline = 往来

# 依据。
why-title = 依据：{ $who }
no-jars = 这位客户还没有约定米缸。

# 在门口。
door-title = 已送到
evening-step = 第 { $number } 家，共 { $count } 家
evening-over = 这条路线记完了：送到 { $done } 家，跳过 { $skipped } 家。
door-brought = { $product }
door-left = { $product }余量
door-left-aside = 0-9 成，或 { $unit } 数
door-paid = 当场付款
door-owes = 应收 { $amount }

and-more-jars = 另有 { $count } 个缸。

# 收款。
payment-title = 收款
payment-amount = 金额
payment-method = 方式
payment-method-aside = 现金、转账……
payment-note = 备注

# 改期。
snooze-title = 改期
move-title = 改送货日期
snooze-day = 改到
snooze-aside = 周五、+3、25、2026-03-27

# 跟进完成。
outcome-title = 跟进完成
outcome-text = 结果

# 为什么按键没有反应。
nobody-selected = 没有选中任何一行。
nothing-to-be-done = 这里没有要送的货，也没有要跟进的事。
nothing-to-put-off = 只有已安排的送货和跟进可以改期。


# 各处：按键说明、命令面板。
key-palette = 命令
    .hint = 查找这里能做的事，选中就做
key-choose = 执行
    .hint = 执行选中的一项
key-close-keys = 关闭
    .hint = 关闭
palette-title = 这里能做的事
key-copy-phone = 复制电话
    .hint = 复制电话号码
key-copy-address = 复制地址
    .hint = 复制地址
key-language = 语言
    .hint = 换另一种语言，只对这个终端有效
key-veil = 隐藏
    .hint = 隐藏电话和金额，或重新显示
language-spoken = ricejar 现在说中文。
veil-on = 电话和金额已隐藏。
veil-off = 电话和金额已显示。
copied = 已复制：{ $text }
no-phone = 没有登记电话。
no-address = 没有登记地址。
too-small = 窗口太小：ricejar 需要 { $width } 列 { $height } 行。

# 新本子。
welcome-title = 新本子
welcome-empty = 本子里还没有客户。请按一个键：
welcome-add = { $key }  登记第一位客户
    .hint = ricejar customer add NAME
welcome-import = { $key }  从表格（CSV）导入客户
    .hint = ricejar import FILE --into customers
welcome-sample = { $key }  先看看示范店
    .hint = ricejar --demo

# 办事的表单。
key-take = 选用
    .hint = 把找到的填进这一栏
door-old-out = 旧米倒出
door-cleaned = 米缸擦净
door-new-in = 新米装入
door-old-on-top = 旧米放在上面
door-rest = 没送完的
month-of = { $year }年{ $month }
door-tick-aside = 空格键
key-miss = 没送到
    .hint = 没人在家：原因，改哪天
key-evening = 逐家记
    .hint = 把路线一家接一家记下来
key-skip = 跳过
    .hint = 先不记这家，到下一家
key-join = 顺路送
    .hint = 把今天可以顺路送的都安排上
key-contact = 联系
    .hint = 记下说了什么
only-a-promise = 只有已安排的送货才会没送到。请先安排。
miss-title = 没送到
miss-reason = 原因
miss-next = 改到
contact-title = 记联系
contact-text = 内容
contact-channel = 方式
contact-mood = 心情
contact-promise = 答应付款日
contact-promise-aside = 没答应就留空
mood-unsaid = 没说
mood-1 = 1 生气
mood-2 = 2 不满
mood-3 = 3 一般
mood-4 = 4 满意
mood-5 = 5 很高兴
key-follow-up = 加跟进
    .hint = 记下一件要跟进的事
key-add-customer = 新增
    .hint = 记下新客户
key-edit-customer = 修改
    .hint = 修改客户资料
key-edit-jar = 米缸
    .hint = 修改选中的米缸
key-add-jar = 加米缸
    .hint = 约定一个新米缸
key-away = 外出
    .hint = 记下外出的日子
key-household = 家庭
    .hint = 家里的人数从某天起变化
key-leave = 离开
    .hint = 不再买了，或又回来了
customer-new = 新客户
customer-new-about = 只有姓名必须填。
customer-edit = 客户
page-name = 姓名
field-several = 用逗号分开
field-adults = 大人
field-children = 小孩
field-elders = 老人
field-payday = 25、last、10,25、last fri
field-weekdays = 哪天送
field-weekdays-aside = 周一,周三；空着：都行
field-kind = 类别
field-code = 空着就自动编号
field-limit = 赊账上限
field-opening = 原来欠款
field-referred-by = 介绍人
field-find = 输入即可查找
field-birthday = 生日
field-channel = 喜欢
field-language = 语言
field-consent = 同意收消息
language-unsaid = 没说
away-title = 外出
away-from = 从
away-to = 到
away-people = 几个人
away-people-aside = 空着：全家
household-title = 家庭变化
household-from = 从
leave-title = 不再买了
leave-reason = 原因
leave-on = 从
jar-new = 新米缸
jar-edit = 米缸
jar-product = 商品
jar-usual = 平常送
jar-capacity = 能装
jar-monthly = 每月用
jar-rate = 每天用
jar-rate-aside = 固定；空着：自动估算
jar-strategy = 送法
jar-by-forecast = 吃完之前
jar-by-days = 每几天
jar-by-weeks = 每几周
jar-on-call = 要了才送
jar-every = 每隔
jar-every-aside = 天或周
jar-safety = 提前
jar-safety-aside = 天，在吃完之前
jar-price = 专用价
jar-price-aside = 空着：按商品价
follow-up-new = 新跟进
follow-up-again = 重复
follow-up-again-aside = 3 months、after 2 weeks
key-mark = 选定
    .hint = 选定建议的送货
key-mark-all = 全选
    .hint = 选定全部建议的送货
key-plan = 安排
    .hint = 安排选定的，或这一行
key-day-earlier = 提前
    .hint = 提前一天送
key-day-later = 推后
    .hint = 推后一天送
key-remove = 取消
    .hint = 取消送货，或不再跟进
nothing-proposed = 只有建议的送货可以选定和安排。
nothing-promised = 这里没有安排好的送货，请先安排。
nobody-could-join = 今天没有可以顺路送的。
nothing-to-remove = 只有已安排的送货和跟进可以取消。
key-bring = 加送货
    .hint = 自己安排一次送货
key-read-jar = 看缸
    .hint = 记下缸里还剩多少
bring-title = 安排送货
bring-quantity = 数量
bring-usual = 空着：平常送的
read-title = 缸里还剩
read-level = 余量
# 赊账、商品、经营和流水。
screen-tabs = 赊账
screen-products = 商品
screen-insights = 经营
key-screen-tabs = 赊账
    .hint = 看赊账
key-screen-products = 商品
    .hint = 看商品
key-screen-insights = 经营
    .hint = 看经营
key-statement = 明细
    .hint = 打开这本账：每一笔、余额、每次付款还了哪些
key-receive = 进货
    .hint = 记下进货
key-count = 盘点
    .hint = 记下盘点的数
key-journal = 流水
    .hint = 打开流水：做过的每件事
key-open-line = 明细
    .hint = 每一行改动前后
key-undo-line = 撤销此项
    .hint = 撤销这一件
key-undo-to = 撤销到此
    .hint = 从最新的起，一直撤销到这一行

tabs-and-owed = { $count } 家，共欠 { $amount }
nobody-owes = 没有人欠账。
panel-ages = 欠款账龄
column-due-day = 到期日
column-ages = 账龄
age-not-due = 未到期
age-1-7 = 1-7 天
age-8-30 = 8-30 天
age-31-60 = 31-60 天
age-61 = 61 天以上
age-owed = 共欠
age-credit = 预付

statement-title = { $who } 的账
statement-balance = 欠 { $amount }
statement-late = 逾期 { $amount }
statement-empty = 这本账上还没有记过。
column-entry = 账目
column-amount = 金额
column-running = 余额
column-open = 未清
column-settles = 还清
column-note = 备注
settled = { $day }的 { $amount }

products-short = { $count } 种库存不足
no-products = 还没有商品。先添加一种：ricejar product add 名称
column-product = 商品
column-stock = 库存
column-lasts = 可用
column-sold = 30 天售出
column-price = 售价
column-cost = 进价
column-reorder = 补货线
column-kind = 种类
lasts-days = { $days } 天
receive-title = 进货
receive-quantity = 数量
receive-cost = 进价
receive-cost-aside = 每单位
count-title = 盘点
count-quantity = 实有

panel-best = 大客户（12 周）
panel-weeks = 每周
panel-months = 本月与上月
panel-jars = 米缸安全到哪天
nothing-sold = 这几周没有卖出过。
insights-vital = { $vital } 家（{ $share } %）占八成
insights-unsafe = { $count } 个已过期
insights-most = 一天最多 { $count } 个
column-sold-for = 销售
column-share = 占比
column-together = 累计
column-days = 日期
column-brought = 送出
column-paid = 收款

journal-title = 流水
journal-empty = 还没有做过什么。
journal-taken-back = 已撤销
column-when = 时间
column-done = 做了什么
column-by = 谁
journal-row-new = { $table } { $key }：新增
journal-row-gone = { $table } { $key }：删除
journal-row-changed = { $table } { $key }
journal-was = { $column }：{ $after }（原为 { $before }）
journal-value = { $column }：{ $value }
undone-to = { $count ->
        [0] 什么也没有撤销。
       *[other] 撤销了 { $count } 步。
    }
table-shop = 店铺
table-holiday = 假日
table-area = 片区
table-customer = 客户
table-household-change = 家庭变化
table-away = 外出
table-product = 商品
table-stock-move = 库存变动
table-jar = 米缸
table-delivery = 送货
table-delivery-line = 送货明细
table-reading = 余量
table-entry = 账目
table-follow-up = 跟进
table-contact = 联系

# 自己记账。
key-entry = 记账
    .hint = 记一笔账：货款、付款、退款、优惠、核销、更正
entry-title = 记账
entry-amount-aside = 更正可写 -20，少欠
field-choice = 空格键
field-on = 日期
field-today = 今天
field-on-aside = -1、2026-03-27

# 商品。
key-add-product = 新增
    .hint = 记下新商品
key-edit-product = 修改
    .hint = 修改商品资料
product-new = 新商品
product-new-about = 只有名称、单位和售价必须填。
product-edit = 商品
product-unit = 单位
product-unit-aside = 斤、升、瓶
product-pack = 每袋或每箱
product-pack-aside = 空着：散卖
product-reorder-aside = 库存到此就进货
product-kind-aside = 同类的用量一样
product-appetite = 大人每天用
product-appetite-aside = 空着：不按人口算
product-child = 小孩
product-elder = 老人
product-part-aside = 按大人的用量折算
product-there = 已有库存

# 店规。
key-rules = 店规
    .hint = 设置店规
rules-title = 店规
rules-name = 店名
rules-language-unsaid = 随终端
rules-currency = 货币
rules-currency-aside = CNY、TWD、USD
rules-delivery-days-aside = 周一-周六
rules-holidays = 节假日
rules-holidays-aside = 日期 名称;日期 ……
rules-areas = 片区
rules-areas-aside = 按走的顺序：甲;乙
rules-service-level = 缺货容忍度
rules-service-level-aside = 允许吃空的米缸：5%
rules-grace-days = 宽限
rules-grace-days-aside = 天，在发薪日之后
rules-unchanged = 什么也没有改。

# 客户页上的米缸。
key-jar-before = 上一缸
    .hint = 选上一个米缸
key-jar-after = 下一缸
    .hint = 选下一个米缸

# 日期一栏下面的月历。
key-leap-day-before = 前一天
    .hint = 早一天（在日期一栏里）
key-leap-day-after = 后一天
    .hint = 晚一天
key-leap-week-before = 上周
    .hint = 早一周
key-leap-week-after = 下周
    .hint = 晚一周
key-leap-month-before = 上月
    .hint = 早一个月
key-leap-month-after = 下月
    .hint = 晚一个月

# 文件，以及在一旁进行的事。
key-import-first = 导入
    .hint = 从文件导入一张表
key-sample = 示范店
    .hint = 看看示范店；这个本子不变
key-import = 导入
    .hint = 从文件导入一张表
key-export = 导出
    .hint = 把一张表写到新文件
key-backup = 备份
    .hint = 把整个本子复制到新文件
import-title = 导入
import-about = 要么全部导入，要么一行也不导入；列与导出的相同。
import-aside = CSV
export-title = 导出
export-about = 给表格软件或其他程序用，按文件名的结尾。
export-aside = .csv、.json、.jsonl
backup-title = 备份
backup-about = 整个本子，存成一个文件。
file-name = 文件
file-list = 内容
file-unnamed = 请写文件名。
file-written = 已写好：{ $file }
list-customers = 客户
list-products = 商品
list-jars = 米缸
list-deliveries = 送货
list-readings = 余量
list-entries = 账目
list-lines = 送货明细
list-follow-ups = 跟进
list-contacts = 联系
list-journal = 流水
job-import = 正在导入 { $file }。{ $far }
    .hint = 按 Esc 停止，已导入的都不保留。
job-export = 正在写 { $file }。{ $far }
    .hint = 按 Esc 停止，不会留下这个文件。
job-backup = 正在把本子复制到 { $file }。{ $far }
    .hint = 按 Esc 停止，不会留下这个文件。
job-rows = { $all ->
        [0] { $done } 行
       *[other] { $done } / { $all } 行
    }
job-customers = 已算好 { $done } / { $all } 位客户
job-pages = { $done } / { $all } 页
job-busy = 正在处理文件，请等它完成。
    .hint = 按 Esc 可以停止。
sample-shown = 这是示范店；离开后，在这里做的都不保留。
    .hint = 您自己的本子没有变，下次打开还是它。

# 选定的行。
key-plan-today = 安排
    .hint = 安排预测要送的：选定的，或这一家
key-mark-row = 选定
    .hint = 选定这一行，接下来一起做；再按取消
key-mark-rows = 全选
    .hint = 选定显示的每一行
marked = 选定 { $count } 行
not-all-marked = 选定的行里有的不能这样做。
one-door-at-a-time = 送到的货要一家一家登记。
    .hint = 按 Esc 取消选定。
