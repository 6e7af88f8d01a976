# 做了什么：流水里的每一行，以及撤销和重做时说的话。

took-back = 已撤销：{ $deed }
did-again = 已重做：{ $deed }
import-no-rows = 没有可以导入的内容：文件的表头下面没有任何行。
nothing-to-change = 不用改：本来就是这样。

# 句末附带的说明。
aside = （{ $text }）

action-shop-set = 设置{ $subject ->
        [name] 店名
        [currency] 币种
        [language] 语言
        [service-level] 断货率上限
        [grace-days] 宽限天数
        [delivery-days] 送货日
        [holidays] 节假日
        [areas] 片区
        [carry] 每日载重
        [date-order] 日期写法
        [rules-off] 停用的回访规则
        [credit-limit] 默认赊账上限
        [address] 单据上的地址
        [phone] 单据上的电话
        [payment-qr] 单据上的收款码
        [ageing] 账龄分段
        [methods] 付款方式
        [reminders] 催款步骤
        [tickets-valid] 水票有效期
        [complaint-kinds] 投诉种类
        [several] 几条店规
       *[other] { $subject }
    }{ $aside }
# 一次设了几条店规时，其中一条和它的新值。
rule-set = { $rule ->
        [name] 店名
        [currency] 币种
        [language] 语言
        [service-level] 断货率上限
        [grace-days] 宽限天数
        [delivery-days] 送货日
        [holidays] 节假日
        [areas] 片区
        [carry] 每日载重
        [date-order] 日期写法
        [credit-limit] 默认赊账上限
        [address] 单据上的地址
        [phone] 单据上的电话
        [payment-qr] 单据上的收款码
        [ageing] 账龄分段
        [methods] 付款方式
        [reminders] 催款步骤
        [tickets-valid] 水票有效期
        [complaint-kinds] 投诉种类
        [rules-off] 停用的回访规则
       *[other] { $rule }
    } { $value }
between-rules = ；
action-customer-added = 登记客户 { $subject }{ $aside }
action-customer-edited = 修改客户 { $subject }{ $aside }
action-customer-left = { $subject } 从{ $day }起停购{ $aside }
action-customer-returned = { $subject } 恢复购买
action-customer-away = { $subject } { $count ->
        [0] 全家
       *[other] { $count } 人
    }外出 { $period }
action-household-changed = { $subject } 从{ $day }起家里有 { $count } 口人
action-product-added = 登记商品 { $subject }
action-product-edited = 修改商品 { $subject }{ $aside }
action-stock-ordered = { $subject } 已订货 { $quantity }
action-stock-received = { $subject } 进货 { $quantity }
action-stock-counted = 盘点 { $subject }，差 { $quantity }
action-jar-set = 设置 { $subject } 的{ $product }存量
action-jar-read = { $subject } { $day }看缸：{ $product }还剩 { $quantity }
action-jar-read-enough = { $subject } { $day }看缸：{ $product }还够
action-delivery-planned = 安排{ $day }给 { $subject } 送货{ $aside }
action-proposals-planned = 按建议安排了 { $count } 次送货
action-delivery-done = 已送到 { $subject }，货款 { $amount }{ $aside }
action-delivery-missed = 给 { $subject } 的送货没送到，{ $day }再送{ $aside }
action-delivery-cancelled = 取消{ $day }给 { $subject } 的送货{ $aside }
action-delivery-edited = 更改{ $day }给 { $subject } 的送货{ $aside }
action-delivery-edited-corrected = 更正{ $day }给 { $subject } 的送货，赊账 { $amount }{ $aside }
action-goods-returned = { $subject } 退货，抵 { $amount }{ $aside }
action-delivery-moved = 给 { $subject } 的送货改到{ $day }
action-entry-charge = { $subject } 记账 { $amount }{ $aside }
action-entry-payment = { $subject } 付款 { $amount }{ $aside }
action-entry-refund = 退给 { $subject } { $amount }{ $aside }
action-entry-discount = 优惠 { $subject } { $amount }{ $aside }
action-entry-write-off = 核销 { $subject } 的坏账 { $amount }{ $aside }
action-entry-deposit = 收 { $subject } 押金 { $amount }{ $aside }
action-entry-deposit-returned = 退 { $subject } 押金 { $amount }{ $aside }
action-entry-agreement = { $subject } 对账：认欠 { $amount }{ $aside }
action-entry-return = { $subject } 退货，抵 { $amount }{ $aside }
action-entry-correction = 更正 { $subject } 的赊账 { $amount }{ $aside }
action-entry-opening = { $subject } 的期初欠款 { $amount }{ $aside }
action-follow-up-added = { $day }回访 { $subject }{ $aside }
action-follow-up-done = 已回访 { $subject }{ $aside }
action-follow-up-snoozed = { $subject } 的回访推迟到{ $day }{ $aside }
action-follow-up-dropped = 不再回访 { $subject }{ $aside }
action-contact-added = 与 { $subject } 联系{ $aside }
action-product-retired = { $subject } 从{ $day }起停售
action-product-restored = { $subject } 恢复销售
action-promise-added = { $subject } 答应{ $day }前付 { $amount }
action-promise-added-all = { $subject } 答应{ $day }前付清到期的
action-reminder-sent = 提醒 { $subject } 付 { $amount }，{ $product }{ $aside }
action-skip-added = { $subject }：{ $product }停送到{ $day }{ $aside }
action-skip-removed = 取消 { $subject } 到{ $day }的停送
action-complaint-added = { $subject } 投诉：{ $product }{ $aside }
action-complaint-added-promised = { $subject } 投诉：{ $product }，答应{ $day }前解决{ $aside }
action-complaint-answered = 答复 { $subject } 的投诉{ $aside }
action-complaint-answered-promised = 答复 { $subject } 的投诉，答应{ $day }前解决{ $aside }
action-complaint-solved = 解决 { $subject } 的投诉：{ $product }{ $aside }
action-complaint-solved-discounted = 解决 { $subject } 的投诉：{ $product }，优惠 { $amount }{ $aside }
action-complaint-closed = { $subject } 的投诉结案{ $aside }
action-complaint-closed-asked = { $subject } 的投诉结案，满意度 { $product }{ $aside }
action-complaint-reopened = { $subject } 的投诉重新处理{ $aside }
action-entry-moved = 更正账目：{ $subject }，{ $day } { $amount }{ $aside }
action-tickets-sold = { $subject } 买水票（{ $product }）{ $quantity } 张，{ $amount }{ $aside }
action-tickets-refunded = { $subject } 退水票（{ $product }）{ $count } 张，{ $amount }
tickets-until = { $day }前有效
tickets-left = { $product }的水票还剩 { $count } 张
tickets-left-until = { $product }的水票还剩 { $count } 张，最早的{ $day }到期
tickets-soon = （快到期）
tickets-expired = ；已过期 { $count } 张
note-tickets-used = 用{ $product }水票 { $count } 张。
note-tickets-left = { $tickets }。
note-tickets-refunded = { $free ->
        [0] 买的 { $paid } 张值 { $amount }。
       *[other] 买的 { $paid } 张值 { $amount }，送的 { $free } 张不退钱。
    }
note-tickets-unpaid = 买水票的钱还没付，其中 { $amount } 从赊账里减去。
action-container-added = 登记周转容器：{ $subject }
action-container-edited = 修改周转容器：{ $subject }
action-containers-moved = 借给 { $subject } { $quantity }{ $aside }
action-containers-moved-returned = { $subject } 还回 { $quantity }{ $aside }
action-containers-moved-lost = { $subject } 弄丢 { $quantity }{ $aside }
action-containers-moved-counted = 清点 { $subject }：实有 { $quantity }
containers = { $count } 个{ $container }
containers-since = { $containers }（最早的从{ $day }起）
containers-deposit = 押金 { $amount }
containers-paid-back = 退押金 { $amount }
containers-kept = 押金抵 { $amount }
containers-charged = 记账 { $amount }
container-lost = 弄丢
action-price-set = { $product }：{ $day }起单价 { $amount }{ $aside }
action-price-set-from-quantity = { $product }：{ $day }起满 { $quantity } 单价 { $amount }{ $aside }
action-price-set-ended = { $product }：{ $day }起不再用原定价{ $aside }
action-price-removed = { $product }：删除{ $day }起的定价{ $aside }
action-day-closed = { $day } 日结：实点 { $amount }{ $aside }
action-day-closed-differing = { $day } 日结：实点 { $amount }，差 { $quantity }{ $aside }
action-imported = 导入 { $count } 行{ $subject ->
        [customers] 客户
        [products] 商品
        [jars] 家里存量
        [prices] 定价
        [readings] 余量
        [deliveries] 送货
        [entries] 账目
        [tickets] 水票
        [skips] 停送
        [complaints] 投诉
        [promises] 付款承诺
        [day-closes] 日结
        [containers] 周转容器
        [container-moves] 周转记录
       *[other] { $subject }
    }{ $aside }
action-together = { $subject ->
        [follow-up-added] 登记 { $count } 件回访
        [follow-up-done] 完成 { $count } 件回访
        [follow-up-snoozed] 推迟 { $count } 件回访
        [follow-up-dropped] { $count } 件不再回访
        [contact-added] 登记 { $count } 次联系
        [product-retired] 停售 { $count } 种商品
        [product-restored] 恢复销售 { $count } 种商品
        [promise-added] 登记 { $count } 次付款承诺
        [reminder-sent] 提醒 { $count } 家付款，共 { $amount }
        [tickets-sold] 卖出 { $count } 本水票，共 { $amount }
        [tickets-refunded] 退水票 { $count } 次，共 { $amount }
        [entry-moved] 更正 { $count } 笔账
        [price-set] 定了 { $count } 个价
        [skip-added] 登记 { $count } 次停送
        [complaint-added] 登记 { $count } 件投诉
        [complaint-answered] 答复 { $count } 件投诉
        [complaint-solved] 解决 { $count } 件投诉
        [complaint-closed] { $count } 件投诉结案
        [containers-moved] 登记 { $count } 次周转容器
        [delivery-planned] 安排 { $count } 次送货
        [delivery-done] 送到 { $count } 家，货款共 { $amount }
        [delivery-missed] { $count } 次送货没送到
        [delivery-cancelled] 取消 { $count } 次送货
        [delivery-edited] 更改 { $count } 次送货
        [delivery-moved] { $count } 次送货改期
        [entry-payment] { $count } 笔付款，共 { $amount }
       *[other] 一次做了 { $count } 件事
    }{ $aside }

# 由此带来的结果。
note-customer = 编号是 { $code }。
note-alike = 已有同名或同电话的客户：{ $customers }。
note-balance = 现在欠 { $amount }。
note-credit = 现在预存 { $amount }。
note-even = 赊账已结清。
note-due = 最早一笔{ $day }到期。
note-over-limit = 赊账已到 { $balance }，超过上限 { $limit }。
note-unlisted-methods = 这些付款方式不在本店的清单里：{ $methods }。
note-held = 现存押金 { $amount }。
note-holds-still = 手上仍有 { $held }。
note-holds = 现在手上有 { $containers }。
note-repeated = 有 { $count } 行按外部编号已经有了，没有再导入。
note-contradicting = 有 { $count } 行没有导入：外部编号已经有了，但内容不同（第 { $lines } 行）。
note-same-name = 有 { $count } 行与其他客户同名，没有电话可以分清是不是同一个人：{ $rows }。
note-same-name-row = 第 { $line } 行（{ $customer }）
note-entries-alike = 有 { $count } 笔账目与原有的相同：客户、日期、类型、金额和备注都一样（第 { $lines } 行）。
note-empty-on = { $product }：大约{ $likely }用完，{ $safe }前送到不断货。
note-planned = 送货 { $id } 安排在{ $day }。
note-planned-already = 有 { $count } 家已经安排，不再改动。
note-nobody-there = { $name } { $from }到{ $to }外出，那天家里没人。
note-day-off = { $day }不送货。
note-holiday = { $day }放假：{ $holiday }。
note-not-their-day = { $name }只收 { $weekdays } 的送货，{ $day }不合适。
note-planned-too-late = { $product } 大约{ $likely }就用完，这次送货太晚。
note-planned-while-away = 外出期间安排了送货：{ $deliveries }。
note-planned-while-skipped = 停送期间还安排着送货：{ $deliveries }，请取消或改期。
note-skipped-then = { $product }停送到{ $until }。
note-retired-left-out = { $product }已停售，没有安排。
note-look-first = 有 { $count } 家要先看缸，没有安排：{ $customers }。
note-planned-on-days-off = 有 { $count } 次送货安排在休息日：{ $deliveries }。用“ricejar delivery move --days-off”一起改期。
note-plan-replaced = 改掉了那天原来安排的{ $product } { $quantity }。
note-not-brought = { $product } 少送 { $quantity }，也没有另外安排。
note-one-off = { $product }：零买的，不跟进。
note-bought-again = { $product }：买过 { $times } 次，每 { $days } 天一次，要跟进吗？用 “ricejar jar set { $code } { $product }”。
note-stock-left = { $product } 库存还有 { $quantity }。
note-skipped = 过了{ $until }才再建议送；用 `skip remove { $id }` 可取消停送。
note-complained = 投诉 { $id }：答复用 complaint answer { $id }，解决用 complaint solve { $id }。
note-complained-again = 这位客户 { $days } 天内已投诉 { $times } 次。
note-usual-appetite = 没有填大人每天的用量，先按 { $each } 算；可以修改商品，改成别的数或 none。
note-still-open = 有 { $jars } 家还约定着这种货，不再预测；还有 { $planned } 次安排好的送货要送它。
note-promise-kept = 说好 { $day }付款，已经兑现。
note-follow-up = 回访 { $id }：{ $day }到期。

# 欠款的由来。
why-owed = { $day }{ $entry } { $amount }，还没付；{ $due }到期{ $late ->
    [0] 。
   *[other] ，已过期 { $late } 天。
}
why-owed-partly = { $day }{ $entry } { $amount }，还欠 { $open }；{ $due }到期{ $late ->
    [0] 。
   *[other] ，已过期 { $late } 天。
}
why-owed-credit = 预付款还有 { $amount }。
why-owed-promise = 客户{ $promise }。
payment-record = { $times } 次里有 { $kept } 次按时付清{ $late ->
    [0] { "" }
   *[other] ，其余平均晚 { $late } 天
    }。
# 信用等级和它的算法：最多 100 分，最少 0 分。
trust = { $grade }，{ $total } 分（满分 100）
trust-sum = 信用 { $grade }，{ $total } 分（满分 100）：按时付款 { $on_time } 分，迟付扣 { $late } 分，失约扣 { $promises } 分，赊账年数加 { $years } 分。
why-owed-payday = 发薪日：{ $payday }。

# 预测的依据。
why-retired = { $product }已于{ $day }停售，不再推算。
why-unknown = 还没有看过或送过，或者不知道{ $product }用得多快：无法预测。
why-seen = { $day }看缸：还剩 { $level }。
why-seen-by = { $day }{ $by }看缸：还剩 { $level }。
why-seen-brought = { $day }看缸：还剩 { $level }，随后送到 { $brought }。
why-seen-brought-by = { $day }{ $by }看缸：还剩 { $level }，随后送到 { $brought }。
why-estimated = { $day }估计还剩 { $level }，没有看过。
why-level = 现在大约还剩 { $level }。
why-people = { $count } 口人用。
why-every = 按约定每 { $days } 天送一次。
why-rate-one = 每天 { $rate }：{ $parts }。
why-rate = 每天 { $rate }，由这几项加权得出：{ $parts }。
why-part = { $rate }（{ $share }%：{ $source }）
why-part-pinned = 手工设定
why-part-declared = 客户说每月用 { $monthly }
why-part-people = 折合 { $heads } 个大人，每人 { $each }
why-part-people-share = 折合 { $heads } 个大人
why-part-others = 店里 { $jars } 家类似客户
why-part-assumed = 一般类似客户
why-part-learned = 自己的 { $count } 段用量
why-part-brought = 自己的 { $count } 段用量，其中 { $weeks } 周按送去的量推算
why-capped = 只看最近一段，每天要用 { $rate }；一段用量最多把预测改动四分之一。
why-changed = 从{ $since }起每天用 { $after }，不再是 { $before }：连续 { $count } 段用量都这样。请认可，或固定用量。
why-away = { $from }到{ $to }{ $count ->
        [0] 全家
       *[other] { $count } 人
    }外出。
why-empty = 大约{ $likely }用完（{ $low }到{ $high }之间）。
why-this-day = 为什么是这天
chosen-late = 已经逾期：多半已经用完，这是最近的送货日。
chosen-at-risk = 最晚安全送货日已过，这是最近的送货日。
chosen-empty = 缸里多半已经空了。
chosen-last = 这天是最晚安全送货日。
chosen-full = 最晚安全送货日（{ $until }）装不下了。
chosen-payday = 那天是客户的发薪日。
chosen-beside = 那天同片区还要送 { $count } 家。
chosen-quiet = 那天活少一些。
chosen-window = 从{ $from }到{ $until }都可以送。
why-safe = 最晚安全送货日：{ $safe }。
why-skipped = { $product }{ $skip }。
own-price = { $product }每{ $unit } { $price }
own-price-ends = { $product }恢复原价
own-price-least = 满 { $least } 起
own-price-from = { $day }起
why-price-own = 单价 { $price }（每{ $unit }）：这位客户的协议价。
why-price-own-least = 单价 { $price }（每{ $unit }）：这位客户满 { $least } 的协议价。
why-price-general = 单价 { $price }（每{ $unit }）：对所有人定的价。
why-price-general-least = 单价 { $price }（每{ $unit }）：满 { $least } 的价，对所有人。
why-tickets = 预付：{ $tickets }。
skipped = 停送到{ $until }
skipped-because = 停送到{ $until }：{ $reason }
skip-all-jars = 全部
why-window = 送货窗口：{ $earliest }到{ $latest }。
why-by = 最迟{ $latest }送到。
why-late = 逾期：多半{ $likely }就用完了。
why-late-planned = 逾期：原定{ $planned }送。
why-at-risk = 有断货风险：最迟该{ $latest }送到，现在已经用完的可能超过 { $chance }。
why-at-risk-planned = 有断货风险：安排在{ $planned }，晚于最迟送货日（{ $latest }）。
why-too-late = 安排得太晚：安排在{ $planned }，多半{ $likely }就用完。
why-look-room = 先看缸：{ $on }大约还剩 { $level }，最多放 { $capacity }，只放得下 { $fits }，不到平常 { $usual } 的一半。
why-look-pack = 先看缸：{ $on }大约还剩 { $level }，最多放 { $capacity }，只放得下 { $fits }，一包（{ $pack }）也放不下。
why-look-unsure = 先看缸：{ $on }大约还剩 { $level }，上下可能差 { $sd }。看一眼或打个电话，大约省 { $value } 趟，只费 { $cost } 趟。
why-smaller = 少送一点：{ $on }大约还剩 { $level }，最多放 { $capacity }，只放得下 { $fits }，平常送 { $usual }。
why-silent = 暂不提议送货：{ $since }以后没有联系过，先问一声；“今日”里有回访。
why-on-call = 需要时客户自己来电。
