# 店里的用语：各个枚举值的叫法，以及日期的写法。

# 星期、月份和日期（短）。
weekday-mon = 周一
weekday-tue = 周二
weekday-wed = 周三
weekday-thu = 周四
weekday-fri = 周五
weekday-sat = 周六
weekday-sun = 周日
weekday-narrow-mon = 一
weekday-narrow-tue = 二
weekday-narrow-wed = 三
weekday-narrow-thu = 四
weekday-narrow-fri = 五
weekday-narrow-sat = 六
weekday-narrow-sun = 日
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
day = { $year }年{ $month }{ $number }日（{ $weekday }）
day-short = { $month }{ $number }日
day-of-year = { $year }年{ $day }
day-of-week = { $day }（{ $weekday }）
months-alike = 全年一样
months-so-far = 12 个月里的 { $count } 个
payday-next = = { $rule }：下次{ $day }

kind-household = 家庭
kind-business = 商家

channel-visit = 上门
channel-phone = 电话
channel-message = 消息
channel-email = 邮件

consent-unknown = 没问过
consent-phone-message-email = 电话、消息、邮件
consent-phone-message = 电话、消息
consent-phone-email = 电话、邮件
consent-message-email = 消息、邮件
consent-phone = 电话
consent-message = 消息
consent-email = 邮件
consent-none = 都不同意

language-english = 英文
language-chinese = 中文

urgency-window-open = 窗口内
urgency-look-first = 先看缸
urgency-at-risk = 有断货风险
urgency-planned-too-late = 安排得太晚
missed-late = 过了原定的日子
urgency-late = 逾期
stage-planned = 已安排
stage-done = 已送到
stage-missed = 没送到
stage-cancelled = 已取消

rest-replan = 下个送货日补送
rest-drop = 不要了

follow-up-stage-open = 待办
follow-up-stage-done = 已完成
follow-up-stage-dropped = 不再回访

# 店规生成的回访，要做什么。
follow-up-rule-first-delivery = 首次送货后问问满意吗
follow-up-rule-promise = 承诺付款
promised-to-pay = 承诺 { $day }付款
promised-to-pay-amount = 承诺 { $day }付 { $amount }
promise-standing-amount = 承诺{ $day }付 { $amount }
promise-broken-amount = { $day }失约：{ $amount }
promise-standing = 承诺{ $day }付
promise-broken = { $day }失约
follow-up-rule-birthday = 生日
follow-up-rule-silent = 早该用完了，还没有消息
follow-up-rule-reminder = 提醒付款
follow-up-rule-complaint = 投诉
follow-up-rule-return-visit = 回访投诉处理得满不满意

complaint-stage-open = 待处理
complaint-stage-working = 处理中
complaint-stage-solved = 已解决
complaint-stage-closed = 已结案
complaint-in-words = { $about }：{ $text }（{ $state }）
complaint-remedied = { $stage }：{ $remedy }
complaint-group-all = 全部
complaint-group-kind = 种类
complaint-group-product = 商品
complaint-group-cause = 原因
complaint-group-customer = 客户

entry-charge = 货款
entry-payment = 付款
entry-refund = 退款
entry-discount = 优惠
entry-write-off = 坏账核销
entry-deposit = 押金
entry-agreement = 对账
ticket-sold = 售出
ticket-used = 用掉
ticket-refunded = 退票
entry-return = 退货
entry-correction = 更正
entry-opening = 期初欠款

move-opening = 期初库存
move-received = 进货
move-counted = 盘点

direction-do = 执行
direction-undo = 撤销
direction-redo = 重做

# 句子里说的是什么。
thing-customer = 客户
thing-product = 商品
thing-jar = 家里存量
thing-reading = 余量
thing-delivery = 送货
thing-entry = 账目
thing-follow-up = 回访
thing-contact = 联系
thing-promise = 付款承诺
thing-day-close = 日结
thing-skip = 停送
thing-complaint = 投诉
thing-remedy = 处理办法
thing-tickets = 水票张数
thing-container = 周转容器
thing-price = 定价
thing-action = 流水
thing-area = 片区
thing-code = 编号
thing-phone = 电话号码
thing-tag = 标签
thing-address = 地址
thing-door-note = 门口须知
thing-note = 备注
thing-reason = 原因
thing-outcome = 结果
thing-method = 付款方式
thing-reference = 参考号
thing-kind = 种类
thing-text = 文字
thing-amount = 金额
thing-quantity = 数量
thing-name = 名称
thing-unit = 单位
thing-days = 天数
thing-people = 人数
thing-rate = 用量
thing-tick = 检查项
thing-day = 日期
thing-next-day = 下次的日期
thing-weekdays = 星期
thing-currency = 币种

# 发薪日。
payday-ordinal = { $n }日
payday-and = 、
payday-days = 每月{ $days }
payday-last = { $minus ->
        [0] 每月最后一天
       *[other] 每月最后一天前{ $minus }天
    }
payday-nth = 每月第{ $n ->
        [1] 一
        [2] 二
        [3] 三
       *[other] 四
    }个{ $weekday }
payday-last-weekday = 每月最后一个{ $weekday }
payday-weeks = { $every ->
        [1] 每{ $weekday }
        [2] 每两周{ $weekday }
       *[other] 每{ $every }周的{ $weekday }
    }
payday-every = { $every ->
        [1] 每天
       *[other] 每{ $every }天
    }
repeat-every-days = { $count ->
        [1] 每天
       *[other] 每{ $count }天
    }
repeat-every-weeks = { $count ->
        [1] 每周
       *[other] 每{ $count }周
    }
repeat-every-months = { $count ->
        [1] 每月
       *[other] 每{ $count }个月
    }
repeat-every-years = { $count ->
        [1] 每年
       *[other] 每{ $count }年
    }
repeat-after-days = 完成后{ $count }天
repeat-after-weeks = 完成后{ $count }周
repeat-after-months = 完成后{ $count }个月
repeat-after-years = 完成后{ $count }年
payday-from = { $rule } 从 { $from }
payday-before = { $rule }（遇休提前）
payday-after = { $rule }（遇休顺延）

# Words in tables; files have the stable names.
flag-yes = 是
flag-no = 否
reading-kind-seen = 看准的
reading-kind-rough = 大概
reading-kind-enough = 还够
run-out-late = 送晚了
run-out-used-more = 用得多了
proposal-reason-late = 已逾期
proposal-reason-at-risk = 有断货风险
proposal-reason-empty = 多半空了
proposal-reason-last = 最晚安全送货日
proposal-reason-full = 最晚日装不下
proposal-reason-payday = 发薪日
proposal-reason-beside = 同片区顺路
proposal-reason-quiet = 活少
errand-usual = 照常
errand-smaller = 少送
errand-look = 先看缸

# 一天的数。
till-money = 钱款
till-expected = 账上应有
till-counted = 实点
till-difference = 差额
till-charged = 赊出
till-collected = 收款
till-delivered = 送货
till-corrected = 事后更正
collect-payday = 发薪日
collect-due = 到期
collect-late = 逾期
collect-promised = 已承诺
collect-broken = 失约
promise-state-open = 未到期
promise-state-kept = 已兑现
promise-state-broken = 失约
promise-state-late = 晚付
promise-state-dropped = 不再等
