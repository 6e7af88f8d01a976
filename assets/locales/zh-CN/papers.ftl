# 给客户的单据：对账单、收据，打印或存成文件。

paper-statement = 对账单
paper-receipt = 收据
paper-number = 编号
paper-currency = 币种
paper-colon = ：
paper-day = 日期
paper-entry = 摘要
paper-amount = 金额
paper-balance = 余额
paper-charge = 货款
paper-payment = 已付
paper-due = 应付日
paper-late = （已逾期）
paper-opening = 期初余额
paper-closing = 期末余额
paper-settles = 冲抵
paper-purchases = 本期送货
paper-product = 商品
paper-quantity = 数量
paper-total = 合计
paper-deposits = 押金
paper-tickets = 水票
paper-held = 押金余额
paper-containers = 在您处的周转容器
paper-written-on = 开单日期
paper-scan = 扫码付款
paper-received = 今收到
paper-paid-back = 今退还
paper-debt = 欠款
paper-part = 冲抵
paper-credit = 转为预存
paper-after = 付款后

paper-period = { $from }至{ $to }
paper-period-until = 截至{ $to }
paper-owes = 应付 { $amount }
paper-prepaid = 预存 { $amount }
paper-even = 账已结清
paper-settled-part = { $day }的 { $amount }

# 命令行里的对账单、收据和账龄。
statement-opening-balance = 期初余额
statement-closing-balance = 期末余额
statement-credit = 预存
statement-nobody = 没有人欠款，不用开对账单。
receipt-of = 收据 { $number }：{ $who }，{ $day }，{ $amount }（{ $about }）
receipt-balance = 付款后 { $who } 的余额：{ $balance }
debt-age-credit = 预存
debt-age-not-due = 未到期
debt-age-days = { $from }-{ $to } 天
debt-age-older = { $from } 天以上
ageing-total = 余额合计：{ $balance }
cash-total = 到{ $until }：大约收 { $likely }（{ $low } 到 { $high }），进货要 { $buying }
statement-goods = 本期送货：
statement-deposits = 押金：
statement-tickets = 水票：{ $tickets }

# 文件和打印。
paper-file = 对账单-{ $code }-{ $day }.html
paper-title = 对账单或收据
paper-kind = 单据
paper-newest-receipt = 最近一笔付款的收据
paper-from = 从
paper-from-aside = 对账单用；空着：从头开始
paper-to = 到
paper-to-aside = 对账单用
paper-size = 纸张
paper-a4 = A4 纸
paper-80mm = 80 毫米小票
paper-target = 做什么
paper-save = 存成文件
paper-print = 打印
paper-no-payment = 还没有付过款，开不了收据。
paper-printed = 已送去打印：{ $what }
paper-no-printer = 还没有设打印命令。
    .hint = 请在 config.toml 里设：print = "lp"。
paper-print-failed = 打印命令“{ $command }”没有成功：{ $reason }
paper-print-status = 结束码 { $status }

# 自己的模板。
template-unknown-field = { $name } 第 { $line } 行：没有“{ $field }”这一项。
    .hint = 可用的项目见 README；行号是模板里的行号。
template-endless = { $name }：模板停不下来，已经中止。
    .hint = 请检查循环里的循环。
template-too-long = { $name }：单据超过 { $megabytes } MB，已经中止。
    .hint = 请检查写得太多的循环。
template-missing = 催款短信没有叫“{ $name }”的模板。
    .hint = 步骤的名字就是模板的名字。自带的有 { $names }；其他的写成 --templates 文件夹里的 { $name }.txt
template-invalid = { $name } 第 { $line } 行：模板写得不对：{ $reason }
template-too-large = 模板 { $text } 超过 1 MB。
value-total = 今后{ $weeks }周预计：{ $money }
value-simple = 简单价值 = 客单价 × 年购买次数 × { $years }年。用来排名，不是将来的收入。
pareto-revenue = { $all } 位客户中有 { $best } 位（{ $percent }%）带来销售额 { $total } 的 80%
pareto-margin = { $all } 位客户中有 { $best } 位（{ $percent }%）带来毛利 { $total } 的 80%
churn-total = 该来没来的客户：{ $customers } 位。今后{ $weeks }周再不来，一年少收 { $money }。
risk-unknown = 新客
risk-low = 低
risk-medium = 中
risk-high = 高
buys = { $count ->
    [1] 买过一次，{ $last }，{ $average }
   *[other] 买过{ $count }次，平均{ $average }，平常{ $days }天一次，最近一次{ $last }；流失风险：{ $risk }
}
buys-a-year = { $bought }。{ $average } × 每年{ $times }次 = 一年 { $value }
