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
key-day-before = 前一天
    .hint = 看前一天
key-day-after = 后一天
    .hint = 看后一天
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
owes = 欠 { $amount }
between-goods = 、
payday-today = 今天发薪
nothing-to-deliver = 今天没有要送的货。
nothing-to-collect = 今天没有要收的款。
nobody-to-look-after = 今天没有要关照的客户。
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
column-last-delivery = 上次送货
column-tags = 标签
column-phone = 电话

# 送货。
round-of = { $day } 的路线
due-at-the-doors = 上门应收 { $amount }
no-round = 这一天没有安排送货。
proposed = 建议
panel-load = 装车
column-goods = 货物
column-address = 地址
column-due = 应收
column-door = 门口提示

# 跟进。
due-and-coming = 到期 { $due }，将到 { $coming }
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
page-timeline = 往来

# 依据。
why-title = 依据：{ $who }
no-jars = 这位客户还没有约定米缸。

# 在门口。
door-title = 已送到
door-brought = { $product }
door-left = { $product }余量
door-left-aside = 0-9 成，或 { $unit } 数
door-paid = 当场付款
door-owes = 应收 { $amount }

# 收款。
payment-title = 收款
payment-amount = 金额
payment-method = 方式
payment-method-aside = 现金、转账……
payment-note = 备注

# 改期。
snooze-title = 改期
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
welcome-empty = 本子里还没有客户。在命令行里用下面任意一种办法开始，界面会自己更新：
welcome-add = 登记第一位客户：
    .hint = ricejar customer add NAME
welcome-import = 从表格（CSV）导入客户：
    .hint = ricejar import FILE --into customers
welcome-sample = 先看看示范店：
    .hint = ricejar --demo
