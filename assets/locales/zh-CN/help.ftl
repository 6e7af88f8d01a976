# 帮助里的话。英文的命令行帮助写在语法本身的注释里，所以这里以 help- 开头的条目只有中文。

help-heading-usage = 用法
help-heading-commands = 命令
help-heading-arguments = 参数
help-heading-options = 选项
help-heading-global = 通用选项
help-word-options = [选项]
help-word-command = <命令>
help-word-command-optional = [命令]
help-values = 可选
help-default = 默认
help-help = 显示帮助
help-version = 显示版本

# 每个命令。
help-about = 知道每家哪天用完，赶在前面送到，发薪日收钱
help-init = 新建本子
help-shop = 店和店规
help-shop-show = 显示店规
help-shop-set = 改一条店规
help-customer = 要送货的家庭和商家
help-customer-add = 登记客户
help-customer-edit = 修改客户资料
help-customer-list = 列出全部客户，或搜到的客户
help-customer-show = 显示客户的那一页
help-customer-leave = 记为停购
help-customer-return = 记为恢复购买
help-customer-away = 登记全家或部分人外出
help-customer-household = 更改从某天起的人数
help-product = 店里卖的商品
help-product-add = 登记商品
help-product-edit = 修改商品
help-product-list = 列出商品和库存
help-product-retire = 停售一种商品
help-product-restore = 恢复销售停售的商品
help-product-list--all = 停售的也列出
help-product-show = 显示商品
help-product-order = 登记在途的订货数量
help-product-receive = 登记进货
help-product-count = 盘点，并记下差额
help-jar = 客户家里有多少，哪天用完
help-jar-set = 设置家里存量；没有就新建
help-jar-read = 看缸：记下还剩多少
help-jar-list = 按用完的日子列出家里存量
help-jar-review = 列出用量变了的，或说明怎样处理
help-jar-learn = 从全部余量和送货重新学习，更新所有预测
help-jar-why = 说明为什么那天用完
help-delivery = 送货上门
help-delivery-propose = 算出该送什么，不写入
help-delivery-plan = 安排一次送货，或全部建议的送货
help-delivery-round = 按路线顺序列出某天要送的各家和要装的货
help-delivery-done = 记为已送到
help-delivery-miss = 记为没送到，并改期
help-delivery-return = 登记退货，并抵账
help-delivery-cancel = 取消送货
help-delivery-edit = 更改安排好的送货，或更正已送到的
help-delivery-move = 改送货日期
help-delivery-list = 列出送货
help-tab = 赊账：谁欠多少，从哪天起
help-tab-charge = 记一笔货款
help-tab-pay = 记一笔收款
help-tab-refund = 记一笔退款
help-tab-discount = 给优惠
help-tab-write-off = 核销坏账
help-tab-correct = 更正错账：正数多欠，负数少欠
help-tab-move = 更正一笔账的客户、日期或金额：冲掉原账，再记正确的一笔
help-tab-move--to = 正确的客户
help-tab-move--on = 正确的日期
help-tab-move--amount = 正确的金额
help-tab-show = 列出赊账明细：余额、到期日、每笔付款冲抵了什么
help-tab-charge--over_limit = 超过赊账上限也记账，原因写入备注
help-delivery-done--over_limit = 超过赊账上限也记账，原因写入备注
help-tab-deposit = 收押金（如气瓶、水桶），或退押金；不影响欠款
help-tab-deposit--return = 把押金退给客户
help-tab-agree = 对账：客户确认欠多少；此后改动之前的账会被拒绝
help-tab-why = 说明欠款的由来：没付的账、付款记录、信用等级和算法
help-tab-list = 列出谁欠钱，最早到期的在前
help-follow-up = 回访：要为客户做的事
help-follow-up-add = 加一件回访
help-follow-up-list = 列出待办的回访
help-follow-up-done = 记为完成
help-follow-up-snooze = 推迟回访
help-follow-up-drop = 不再回访
help-contact = 和客户的联系
help-contact-add = 记一次联系
help-contact-list = 列出联系记录，最早的在前
help-promise = 付款承诺：哪天付、付多少
help-promise-add = 登记付款承诺
help-promise-list = 列出还没兑现的承诺，日子早的在前
help-reminder = 催款：按店里的步骤提醒到期的客户
help-reminder-list = 按路线顺序列出要提醒的客户和短信
help-reminder-send = 打印短信或交给命令发送，并记为已提醒
help-promise-drop = 作废承诺
help-day = 日结：当天的钱
help-collect = 要收的款：到期、逾期、承诺，按走的顺序
help-day-show = 当天的钱：按经手人和付款方式，以及赊了、收了、送了多少
help-day-close = 日结：那天的账和送货从此不再改动
help-day-list = 列出已经日结的日子，新的在前
help-skip = 停送：客户暂时不要的货
help-skip-add = 到某天为止不建议送
help-skip-list = 列出还在停送的
help-skip-remove = 取消停送
help-ticket = 水票：卖票、余票、退票
help-ticket-sell = 卖一本水票；用票时才算卖出商品
help-ticket-list = 列出还有余票的本子，先到期的在前
help-ticket-refund = 按买价退票，没付钱的从赊账里减去；赠送的最后退，不退钱
help-complaint = 投诉和要求：答复、解决、回访
help-complaint-add = 登记投诉或要求
help-complaint-answer = 登记答复；第一次答复的日子算数
help-complaint-solve = 登记怎么解决的；之后会有回访
help-complaint-close = 已解决的投诉结案
help-complaint-reopen = 重新处理已解决或已结案的投诉
help-complaint-list = 列出投诉，新的在前
help-complaint-show = 查看一件投诉
help-container = 周转容器：谁手上有多少，从哪天起
help-container-add = 登记一种周转容器
help-container-edit = 修改一种周转容器
help-container-list = 列出周转容器和在外的数量
help-container-lend = 登记借出
help-container-return = 登记还回
help-container-lose = 登记弄丢，并记账
help-container-count = 清点客户手上的实数，并记下差额
help-container-holders = 列出谁手上有多少，从哪天起
help-price = 定价：按客户、按数量、从某天起
help-price-set = 定一个从某天起的单价，给所有人或一位客户；规则见 ricejar help prices
help-price-list = 列出定价
help-price-show = 看一位客户的单价，和某个数量要多少钱
help-price-remove = 删除一条定价，当作从没定过
help-today = 今天要做的：送货、收款、回访
help-report = 报告预测准不准、要进什么货、账龄
help-report-accuracy = 报告预测准不准；用 CSV 或 JSON 时列出每段用量和当时的预测
help-report-ageing = 按账龄报告欠款，可以看任何一天；各段合起来就是余额
help-report-ageing--basis = 从哪天算起：due 应付日，delivery 送货日
help-report-ageing--area = 分片区列出；写了片区就只看这一片
help-report-ageing--by = 由谁查看；其他命令用 --by [环境变量：RICEJAR_BY]
help-statement = 对账单：期初期末余额、每笔货款和付款
help-statement--who = 客户：编号、#号码、名字的一部分、拼音、首字母或电话
help-statement--all = 所有欠款的客户，先到期的在前，写在一个文件里
help-receipt = 一笔付款的收据
help-receipt--entry = 付款或押金的编号，见 tab show
help--paper = HTML 用的纸：a4 或 80mm
help--template = 用自己的 HTML 模板
help-report-buying = 报告接下来几天要进什么货，最迟哪天到
help-report-sales = 一段时间的销售额、成本和毛利；说明见 ricejar help sales
help-report-complaints = 投诉按种类、商品和原因统计：几天答复、几天解决，谁一再投诉
help-report-margin = 按客户、商品、片区或月份的毛利
help-journal = 每一次改动的流水
help-journal-show = 显示一条流水改了哪些行，改前和改后
help-undo = 撤销最近一次，或某一条流水
help-redo = 重做最近撤销的
help-export = 导出一类的所有行
help-import = 从 CSV 文件导入：要么全部导入，要么一行不导
help-backup = 复制本子并核对，使用中也可以
help-restore = 恢复备份
help-rescue = 把损坏的本子里还能读的内容复制到新本子
help-check = 检查本子里的账是否都对得上
help-demo = 新建有多年历史的示范店
help-completions = 输出某种 shell 的补全脚本
help-man = 输出手册页，或写出全部手册页
help-man--command = 有自己手册页的命令；不写就是总览
help-man--dir = 把全部手册页写进这个文件夹：ricejar.1、ricejar-customer.1……
help-help--words = 命令，或主题：customers、dates、amounts、prices、sales、value、formats、columns、exit-codes

# 通用选项。
help--db = 本子的文件 [环境变量：RICEJAR_DB]
help--demo = 用一家临时的示范店
help--headless = 不打开界面；单独使用时显示今天
help--as_of = 把哪一天当作今天 [环境变量：RICEJAR_TODAY]
help--lang = 语言：en 或 zh-CN
help--format = 列表的格式；不写就是表格，导出则是 CSV；html 只用于对账单和收据，hledger 只用于账本
help--output = 写到文件而不是终端；- 表示标准输出
help--color = 是否用颜色
help--config = 配置文件 [环境变量：RICEJAR_CONFIG]
help--theme = 界面的配色
help--ascii = 界面的边框和记号只用 ASCII 字符
help--verbose = 出错时也列出原因
help--by = 谁在操作，记入流水 [环境变量：RICEJAR_BY]
help--help = 显示帮助
help--version = 显示版本

# 各命令共用的参数。
help--who = 客户：编号、#号码、名称的一部分、拼音、首字母或电话号码
help--product = 商品：名称或其一部分、拼音、首字母，或 #号码
help--on = 日期；不写就是今天
help--note = 备注
help--reason = 原因
help--name = 名称
help--id = 编号
help--from = 从这天起
help--to = 到这天为止
help--customer = 只看这位客户

# 店。
help-init--name = 店名
help-init--currency = 币种：CNY、TWD、USD……
help-init--language = 界面的语言：en 或 zh-CN
help-shop-set--key = 哪一条
help-shop-set--value = 新的值：5%，3，mon-sat，2026-10-01 国庆节;2026-10-02，河边 市场
help-shop-set--more = 值里的其余各词

# 客户。
help-customer-add--on = 从哪天起是客户；不写就是今天
help--code = 短编号；不写就自动编
help--phone = 电话号码；可多次给出
help--area = 只看这个片区的客户
help-customer-add--area = 片区
help-customer-edit--area = 片区
help--address = 街道、楼、层、门牌
help--door_note = 门口须知
help--kind = 家庭或商家
help--adults = 大人人数
help--children = 小孩人数
help--elders = 老人人数
help--payday = 发薪日：25日，月底，10日、25日，最后一个周五，每两周周五 从 2026-01-09，无
help-product-order--quantity = 多少；0 表示没有了
help-product-order--arrives = 哪天到货
help-report-buying--days = 往后看几天
help--weekdays = 星期几收货：mon,wed 或 mon-fri；none 表示都行
help--limit = 赊账上限；none 为不限，shop 为按店里的
help--opening = 期初欠款；预存的写负数
help--tag = 只看有这个标签的客户；可多次给出，要全部都有
help-customer-add--tag = 用来查找的标签；可多次给出
help-customer-edit--tag = 加上的标签；可多次给出
help-customer-edit--untag = 去掉的标签；可多次给出
help--only = 只看这一部分；可多次给出
help--referred_by = 介绍人，或 none
help--birthday = 生日，或 none
help--channel = 联系方式
help--language = 用什么语言给他写：en、zh-CN 或 none
help--consent = 同意用哪些方式提醒：phone,message,email（即 all）、其中几种，或 none
help-customer-list--all = 已停购的也列出来
help--query = 名称的一部分、拼音、首字母、编号、电话、片区或标签
help-customer-leave--reason = 停购的原因
help-customer-leave--on = 停购的第一天；不写就是今天
help-customer-away--days = 外出的第一天和最后一天
help-customer-away--people = 外出人数；不写就是全家
help-customer-household--from = 从哪天起；不写就是今天

# 商品。
help--unit = 单位：kg、L、瓶
help--price = 每单位的价钱
help--stock = 现有库存
help--cost = 每单位的进价
help--pack = 一袋或一箱的数量，或 none
help--reorder = 库存到这个数就该进货，或 none
help-product-add--kind = 同一类的商品共用预测：大米
help-product-edit--kind = 同一类的商品共用预测：大米
help--checklist = 上门要做的事，最多四条，用 ; 分开，或 none；不写时只有米有四条
help--months = 十二个月的用量权重，一月在前，或 none：1.2,1,1,1,1,0.8,0.8,0.8,1,1,1,1.2
help--appetite = 一个大人一天用多少，或 none
help--child = 小孩的用量是大人的几成：0.5
help--elder = 老人的用量是大人的几成：0.7
help--quantity = 数量
help-product-count--quantity = 数出来有多少

# 家里存量。
help-jar-set--product = 商品：名称或其一部分、拼音、首字母，或 #号码；只有一种时可以不写
help-jar-read--product = 商品：名称或其一部分、拼音、首字母，或 #号码；只有一种时可以不写
help-jar-why--product = 商品：名称或其一部分、拼音、首字母，或 #号码；只有一种时可以不写
help-jar-set--usual = 每次送多少；none 表示一袋
help-jar-set--capacity = 家里最多放多少，或 none
help-jar-set--monthly = 客户说的每月用量，或 none
help-jar-set--rate = 固定每天用多少，不再学，或 none
help-jar-set--every = 不管预测，每隔多久送一次：每2周
help-jar-set--on_call = 来电才送
help-jar-set--forecast = 在用完之前送，这是默认的送法
help-jar-set--safety = 比断货率上限要求的再早几天
help-jar-set--price = 给他们的单价，或 none
help-jar-review--who = 客户：编号、#号码、名称的一部分、拼音、首字母或电话号码；不写就列出全部
help-jar-review--accept = 认可变化：从那天起学，忘掉以前
help-jar-review--pin = 固定每天用多少，不再学
help-jar-read--level = 还剩多少：数量（4.5、3kg、8斤），或占满缸的多少（三成、半、3/10、30%、空、满）
help-jar-list--before = 只列出可能在这天之前用完的
help-jar-list--from = 可能在这天或之后用完的
help-jar-list--to = 可能在这天或之前用完的

# 送货。
help-delivery-propose--to = 看到哪天为止；不写就是一周
help-delivery-plan--goods = 商品和数量，成对写；不写就按预测需要的
help-delivery-plan--proposed = 安排所有建议的；再做一次也不会重复
help-delivery-plan--on = 哪天送；和 --proposed 一起用时，只安排建议在这天的
help--day = 哪一天
help--days_off = 把安排在休息日或家里没人的送货一起改期
help-delivery-round--day = 哪一天；不写就是今天
help-delivery-done--line = 和安排不同的商品和数量；QTY@PRICE 是另外的价钱，2@0 是白送；可多次给出
help-delivery-done--left = 送之前家里还剩多少：LEVEL，或 PRODUCT=LEVEL；可多次给出
help-delivery-done--paid = 当场付了多少
help-delivery-done--old_out = 旧货先取出
help-delivery-done--cleaned = 容器擦净
help-delivery-done--old_on_top = 旧货放在上面，先用
help-delivery-done--rest = 没送的怎么办
help-delivery-return--line = 退回的商品和数量；不写价钱就按最近一次送货的价，QTY@PRICE 是另外的价钱；可多次给出
help-delivery-return--waste = 不能再卖，不入库
help-delivery-edit--line = 商品的新数量；已送到的可用 QTY@PRICE 更正价钱；可多次给出
help-delivery-edit--on = 改到哪天送（只限还没送的）
help-delivery-edit--left = 更正送之前家里还剩多少：LEVEL，或 PRODUCT=LEVEL；可多次给出
help-delivery-edit--paid = 更正当场一共付了多少
help-delivery-miss--next = 哪天再送
help-delivery-miss--on = 哪天去的；不写就是今天
help-delivery-cancel--until = 停送到哪天；不写就是原定那天（或今天）再过六天
help-delivery-cancel--propose_again = 预测一要就再建议
help-delivery-list--stage = 只列出这一状态的

# 赊账。
help--amount = 多少钱
help--method = 付款方式，本店清单里的一种（`shop set methods`）
help--reference = 参考号：转账单号或支票号
help--again = 即使不到一分钟前刚记过同样的付款，也再记一笔

# 回访和联系。
help--text = 做什么
help-follow-up-add--on = 哪天
help-follow-up-add--every = 按日历重复：每2周、每3个月
help-follow-up-add--after_done = 做完多久之后再来：10天
help-follow-up-done--id = 编号；规则找到而还没记下的写名字：birthday/C001/2026-03-27
help-follow-up-snooze--id = 编号；规则找到而还没记下的写名字：birthday/C001/2026-03-27
help-follow-up-drop--id = 编号；规则找到而还没记下的写名字：birthday/C001/2026-03-27
help-follow-up-done--outcome = 结果怎样
help-follow-up-snooze--day = 推到哪天
help-contact-add--channel = 怎么联系的
help-contact-add--text = 说了什么
help-contact-add--mood = 心情，从 1（生气）到 5（高兴）
help-contact-add--promise = 承诺付款的日子：会记一件回访

help-promise-add--amount = 金额；不写就是到那天为止到期的全部
help-promise-add--day = 承诺付款的日子
help-promise-add--by = 由谁登记，记入流水；其他命令用 --by [环境变量：RICEJAR_BY]
help-promise-list--all = 已兑现、迟付和作废的也列出
help-reminder-list--day = 日期；不写就是今天
help-reminder-list--templates = 自己的模板文件夹，每个步骤一个文件
help-reminder-send--all = 今天要提醒的全部客户
help-reminder-send--via = 方式；不写就用客户喜欢并同意的，否则电话或上门
help-reminder-send--command = 把每条短信以 JSON 交给 config.toml 里 [reminders] 的命令
help-reminder-send--templates = 自己的模板文件夹，每个步骤一个文件
help-promise-drop--id = 承诺的编号
help-day-show--day = 日期 [默认：今天]
help-collect--day = 日期 [默认：今天]
help-report-sales--group = 分组方式
help-report-sales--by = 由谁操作，记入流水 [环境变量：RICEJAR_BY]
help-report-sales--from = 从哪天起 [默认：今年1月1日]
help-report-sales--to = 到哪天为止 [默认：今天]
help-report-cash = 往后几周大约收到多少钱（按发薪日），进货要多少钱
help-report-cash--weeks = 几周，最多 9
help-report-value = 客户价值：购买、预计金额、RFM 五等；说明见 ricejar help value
help-report-value--group = 分组方式
help-report-value--weeks = 往后看几周
help-report-value--years = 简单价值算几年
help-report-value--money = 按销售额（revenue）还是毛利（margin）
help-report-value--parameters = 只显示模型的参数
help-report-value--by = 由谁操作，记入流水 [环境变量：RICEJAR_BY]
help-report-pareto = 二八分析：一段时间里哪些客户带来 80% 的钱
help-report-pareto--from = 从哪天起 [默认：今年1月1日]
help-report-pareto--to = 到哪天为止 [默认：今天]
help-report-pareto--money = 按销售额（revenue）还是毛利（margin）
help-report-churn = 按自己的节奏该来没来的客户，可能流失金额大的在前
help-report-churn--weeks = 今后几周里会来买的可能
help-report-margin--group = 分组方式
help-report-margin--by = 由谁操作，记入流水 [环境变量：RICEJAR_BY]
help-report-margin--from = 从哪天起 [默认：今年1月1日]
help-report-margin--to = 到哪天为止 [默认：今天]
help-day-close--day = 日期 [默认：今天]
help-day-close--reason = 差额的原因
help--counted = 实点的钱
help--denominations = 各面额张数：100x3,50x2
help--closed_day = 这笔更正针对的、已经日结的日子
help-ticket-sell--product = 商品：一张抵一个单位
help-ticket-sell--tickets = 买几张
help-ticket-sell--free = 另送几张
help-ticket-sell--price = 整本的价钱；不写就按约定单价乘以张数
help-ticket-sell--expires = 最后能用的日子，或 none（一直有效）；不写就按店里的设置（shop set tickets-valid）
help-ticket-sell--on_tab = 先记账，不当场收钱
help-ticket-sell--over_limit = 超过赊账上限也记账
help-ticket-list--product = 只看这种商品
help-ticket-list--expired = 只看过期还有余票的
help-ticket-list--all = 过期的、用完的也列出
help-ticket-refund--tickets = 退几张；不写就退全部能用的
help-ticket-refund--on_tab = 钱留在账上，作为预存
help-delivery-done--tickets = 用水票抵货款：张数，或 商品=张数；可多次
help-skip-add--product = 商品；不写就是这家的全部
help-skip-add--until = 停送到哪天，当天也不建议
help--container = 周转容器：名称、名称的一部分、拼音、首字母或 #号码
help--deposit = 每个的押金
help-complaint-add--text = 客户怎么说
help-complaint--id = 投诉的编号
help-complaint-add--kind = 种类，本店清单里的一种（`shop set complaint-kinds`）
help--owner = 由谁处理
help--remedy = 怎么处理的
help--cause = 查出的原因
help--discount = 优惠多少，记在账上
help--satisfaction = 客户满不满意，从 1（很不满）到 5（很满意）
help-complaint-add--day = 答应哪天前解决
help-complaint-add--delivery = 送货的编号
help-complaint-add--by = 由谁登记，记入流水；其他命令用 --by [环境变量：RICEJAR_BY]
help-complaint-answer--by = 由谁登记，记入流水；其他命令用 --by [环境变量：RICEJAR_BY]
help-complaint-list--kind = 只看这一种
help-complaint-answer--day = 答应哪天前解决
help-complaint-list--open = 只列还没解决的，逾期的在前
help-report-complaints--from = 从哪天起 [默认：今年1月1日]
help-report-complaints--to = 到哪天为止 [默认：今天]
help-container-add--price = 弄丢一个赔多少
help-container-edit--price = 弄丢一个赔多少
help-container-edit--name = 名称；用它装的商品跟着改
help-container-lend--container = 周转容器；只有一种时可以不写
help-container-return--container = 周转容器；只有一种时可以不写
help-container-lose--container = 周转容器；只有一种时可以不写
help-container-count--container = 周转容器；只有一种时可以不写
help-container-lend--count = 个数
help-container-return--count = 个数
help-container-lose--count = 个数
help-container-count--count = 实有个数
help-container-lend--deposit = 收押金；不写数目就按每个的押金算
help-container-lend--method = 押金的付款方式
help-container-return--refund = 退押金；不写数目就按每个的押金算
help-container-return--method = 退款方式
help-container-lose--price = 每个赔多少；0 就不记账，不写按这种容器的价
help-container-lose--keep_deposit = 用押金抵；不写数目就按每个的押金算
help-product-add--container = 每单位用哪种周转容器装；none 不用
help-product-edit--container = 每单位用哪种周转容器装；none 不用
help-delivery-done--lent = 留下几个周转容器；不写就是每单位一个
help-delivery-done--returned = 收回几个周转容器
help-delivery-done--deposit = 收押金；不写数目就按多出的个数算，少了就退
help-price-set--price = 单价；none 表示不再用原来的定价
help-price-set--customer = 只给这位客户
help-price-set--from_quantity = 只在满这个数量时
help-price-set--from = 从哪天起，可以是以后 [默认：今天]
help-price-list--product = 只列这个商品
help-price-list--customer = 只列这位客户自己的
help-price-list--all = 连已经被替换的也列出
help-price-show--quantity = 数量 [默认：1]
help-price-show--on = 送货的日期 [默认：今天]
help-price-remove--id = 定价的序号

# 流水。
help-undo--id = 哪一条流水；不写就是最近一次
help-undo--whose = 改为撤销这个人最近的一次，不管别人后来做了什么
help-undo--by = 由谁撤销，记入流水；其他命令用 --by [环境变量：RICEJAR_BY]

# 文件。
help-export--what = 导出哪一类；all 导出到 --output 指定的文件夹；ledger 是给 hledger 的账本
help-export--bom = CSV 前加字节顺序标记，有的表格软件要它
help-import--file = CSV 文件；- 表示标准输入
help-import--into = 里面是哪一类
help-import--dry_run = 只检查，不写入
help-import--again = 以前导入过的文件、已经有的客户，也再导入一次
help-backup--file = 新文件
help-backup--no_check = 只复制，快很多倍；副本以后再核对
help-restore--file = 备份；原来的本子另存在旁边
help-rescue--file = 新文件；损坏的本子保持原样
help-demo--file = 新文件
help-demo--customers = 多少客户，最多 100000
help-demo--deliveries = 大约多少次送货，最多 2000000
help-demo--seed = 种子相同，店就相同
help-completions--shell = 哪种 shell

# 每个命令的帮助和手册页末尾的例子。

example-heading = 例如：
example-ricejar =
    ricejar                                   # 打开界面
    ricejar --demo                            # 看看示范店
    ricejar today                             # 显示今天要做的
    ricejar help customer add
example-init = ricejar init --name 永庆米店 --currency CNY
example-shop-show = ricejar shop show
example-shop-set =
    ricejar shop set service-level 5%
    ricejar shop set delivery-days mon-sat
    ricejar shop set holidays '2026-10-01 国庆节;2026-10-02'
    ricejar shop set reminders '-1: friendly, +3, +10: firm, +30: last'
example-customer-add =
    ricejar customer add 林阿嬷 --phone 13800138000 --adults 2 --children 1 --payday 25
    ricejar customer add 小面馆 --kind business --weekdays mon,thu
example-customer-edit =
    ricejar customer edit C001 --address '竹巷 12 号' --payday 最后一个周五
    ricejar customer edit C001 --limit none --untag 老客户
example-customer-list =
    ricejar customer list 林
    ricejar customer list --area 河边 --tag 老客户 --format csv
example-customer-show = ricejar customer show C001
example-customer-leave = ricejar customer leave C001 --reason 搬走了
example-customer-return = ricejar customer return C001
example-customer-away = ricejar customer away C001 2026-04-01..2026-04-10 --people 2
example-customer-household = ricejar customer household C001 --children 2 --from 2026-05-01
example-product-add = ricejar product add 大米 --unit kg --price 42 --pack 15 --stock 200
example-product-edit = ricejar product edit 大米 --price 45 --reorder 60
example-product-list = ricejar product list
example-product-retire = ricejar product retire 油
example-product-restore = ricejar product restore 油
example-product-show = ricejar product show 大米
example-product-order = ricejar product order 大米 300 --arrives 周五
example-product-receive = ricejar product receive 大米 300 --cost 30
example-product-count = ricejar product count 大米 187
example-jar-set =
    ricejar jar set C001 大米 --usual 15 --capacity 20 --monthly 12
    ricejar jar set C001 大米 --every 2周
example-jar-read =
    ricejar jar read C001 大米 4.5
    ricejar jar read C001 还够
    ricejar jar read C001 大米 半 --on 昨天
example-jar-list = ricejar jar list --to +7
example-jar-why = ricejar jar why C001 大米
example-jar-review =
    ricejar jar review
    ricejar jar review C001 大米 --accept
example-jar-learn = ricejar jar learn
example-delivery-propose = ricejar delivery propose --to +7
example-delivery-plan =
    ricejar delivery plan C001 大米 15 --on 明天
    ricejar delivery plan --proposed
example-delivery-round = ricejar delivery round 明天
example-delivery-done =
    ricejar delivery done 12 --left 10% --paid 630
    ricejar delivery done 12 --line 大米 10 --line 油 2@0
example-delivery-edit =
    ricejar delivery edit 12 --line 大米 10 --on 周五
    ricejar delivery edit 12 --paid 600
example-delivery-miss = ricejar delivery miss 12 --next 明天 --reason 没人在家
example-delivery-return = ricejar delivery return C001 --line 大米 5 --reason 生虫
example-delivery-cancel = ricejar delivery cancel 12 --until 2026-05-01
example-delivery-move =
    ricejar delivery move 12 周五
    ricejar delivery move --days-off
example-delivery-list = ricejar delivery list --from 2026-03-01 --stage planned
example-tab-charge = ricejar tab charge C001 120 --note 两个碗
example-tab-pay = ricejar tab pay C001 500 --method 微信
example-tab-refund = ricejar tab refund C001 50
example-tab-discount = ricejar tab discount C001 20 --note 过年
example-tab-write-off = ricejar tab write-off C001 80
example-tab-deposit =
    ricejar tab deposit C001 300 --note 气瓶
    ricejar tab deposit C001 300 --return
example-tab-agree = ricejar tab agree C001 240
example-day-show = ricejar day show 昨天
example-collect =
    ricejar collect
    ricejar collect 明天 --area 竹巷 --format csv
example-day-close =
    ricejar day close --counted 1234
    ricejar day close --denominations 100x12,10x3 --reason 多找了零钱
example-day-list = ricejar day list
example-report-cash =
    ricejar report cash
    ricejar report cash --weeks 8 --format csv
example-report-margin = ricejar report margin --by customer --from 2026-01-01
example-report-value =
    ricejar report value
    ricejar report value --by area --of margin
    ricejar report value --as-of 2026-03-31 --format csv
example-report-pareto = ricejar report pareto --from 2026-01-01 --of margin
example-report-churn = ricejar report churn --weeks 8
example-report-sales =
    ricejar report sales --by product --from 2026-01-01
    ricejar report sales --by customer --format csv
example-tab-correct = ricejar tab correct C001 -15 --note '150 记成了 165'
example-tab-move =
    ricejar tab move 12 --to C002
    ricejar tab move 12 --amount 240 --on yesterday
example-tab-show = ricejar tab show C001
example-tab-why = ricejar tab why C001
example-tab-list = ricejar tab list --area 河边
example-follow-up-add =
    ricejar follow-up add C001 问问新米怎么样 --on 周五
    ricejar follow-up add C001 检查气管 --on +30 --every 6个月
example-follow-up-list = ricejar follow-up list --to today
example-follow-up-done = ricejar follow-up done 3 --outcome 满意
example-follow-up-snooze = ricejar follow-up snooze 3 +7
example-follow-up-drop = ricejar follow-up drop 3
example-contact-add = ricejar contact add C001 --channel phone --text 周五付款 --promise 周五
example-contact-list = ricejar contact list --customer C001
example-promise-add = ricejar promise add C001 200 --by 周五
example-promise-list = ricejar promise list --all
example-reminder-list =
    ricejar reminder list
    ricejar reminder list 明天 --format csv
example-reminder-send =
    ricejar reminder send C001 --via phone
    ricejar reminder send --all --command
example-promise-drop = ricejar promise drop 4
example-ticket-sell =
    ricejar ticket sell C001 桶装水 10 --free 1 --price 180
    ricejar ticket sell C001 桶装水 10 --on-tab --expires 2027-03-01
example-ticket-list = ricejar ticket list --product 桶装水
example-ticket-refund = ricejar ticket refund C001 桶装水 3
example-skip-add = ricejar skip add C001 大米 --until 2026-05-01
example-skip-list = ricejar skip list
example-skip-remove = ricejar skip remove 2
example-complaint-add =
    ricejar complaint add C001 "米里有虫" --kind 质量
    ricejar complaint add wu "六点以后再送" --kind request --by +3
example-complaint-answer = ricejar complaint answer 1 --owner 小陈 --by fri
example-complaint-solve = ricejar complaint solve 1 --remedy "换了一袋" --discount 20 --cause "存货太久"
example-complaint-close = ricejar complaint close 1 --satisfaction 4
example-complaint-reopen = ricejar complaint reopen 1
example-complaint-list =
    ricejar complaint list --open
    ricejar complaint list --kind 质量 --from 2026-01-01
example-complaint-show = ricejar complaint show 1
example-report-complaints = ricejar report complaints --from 2026-01-01
example-container-add = ricejar container add 桶 --deposit 50 --price 80
example-container-edit = ricejar container edit 桶 --price 90
example-container-list = ricejar container list
example-container-lend = ricejar container lend C001 2 --deposit
example-container-return = ricejar container return C001 1 --refund
example-container-lose = ricejar container lose C001 1
example-container-count = ricejar container count C001 3
example-container-holders = ricejar container holders --area 城北
example-price-set =
    ricejar price set 大米 17 --from 2026-12-01
    ricejar price set 大米 15 --customer C001 --from-quantity 50
example-price-list = ricejar price list --product 大米
example-price-show = ricejar price show C001 大米 15
example-price-remove = ricejar price remove 2
example-today =
    ricejar today
    ricejar today --only collect --format csv
example-report-accuracy = ricejar report accuracy
example-report-buying = ricejar report buying --days 7
example-report-ageing =
    ricejar report ageing --as-of 2026-03-31
    ricejar report ageing --by delivery --area
example-statement =
    ricejar statement C001 --from 2026-02-01 --to 2026-02-28
    ricejar statement C001 -o 对账单.html --paper 80mm
    ricejar statement --all -o 对账单.html
example-receipt = ricejar receipt 12 -o 收据.html
example-journal = ricejar journal --customer C001
example-journal-show = ricejar journal show 42
example-undo =
    ricejar undo
    ricejar undo 42
example-redo = ricejar redo
example-export =
    ricejar export customers -o 客户.csv
    ricejar export all -o 全部
    ricejar export ledger -o shop.journal     # 然后：hledger -f shop.journal check balancesheet
example-import =
    ricejar import 客户.csv --into customers --dry-run
    ricejar import 客户.csv --into customers
example-backup =
    ricejar backup shop-2026-03-27.ricejar
    ricejar backup --no-check shop-2026-03-27.ricejar
example-restore = ricejar restore shop-2026-03-27.ricejar
example-rescue = ricejar rescue 修复.ricejar --db damaged.ricejar
example-check = ricejar check
example-demo = ricejar demo sample.ricejar --customers 500 --deliveries 10000
example-completions =
    ricejar completions bash > ~/.local/share/bash-completion/completions/ricejar
    ricejar completions zsh > ~/.zfunc/_ricejar
    ricejar completions fish > ~/.config/fish/completions/ricejar.fish
example-man =
    ricejar man
    ricejar man tab
    ricejar man --dir ~/.local/share/man/man1
example-help =
    ricejar help delivery done
    ricejar help dates

# ricejar help 的主题。

topic-start =
    不带命令时，ricejar 打开界面；带命令时只输出，从不提问。
    本子是一个文件，用 --db 指定，用 init 新建。

    更多帮助：ricejar help 命令，或主题 customers（客户）、dates（日期）、amounts（金额）、
    prices（定价）、sales（销售额）、formats（格式）、columns（列）、exit-codes（退出码）。手册页：ricejar man。
topic-customers-heading = 客户和商品
topic-customers =
    WHO 是客户：编号（C001）、#号码、名称的一部分、拼音、首字母，或电话号码的几位。
    PRODUCT 是商品：名称的一部分、拼音、首字母，或 #号码。
    符合的不止一个时，命令会列出来，什么都不改。
topic-dates-heading = 日期
topic-dates =
    DATE 可以写成：
      2026-03-27            完整日期
      今天、明天、昨天      也可以写 today、tomorrow、yesterday
      +3、-2                从今天算起
      周五、上周五          星期几
      25                    几号
      3月27日、27 Mar       几月几日

    已经做的在过去：没写年份的日期取最近过去的那一天；安排的在将来：取下一个那一天。
    4/3 要先说明次序：ricejar shop set date-order mdy（或 dmy）。--as-of 指定把哪天当作今天。

    FROM..TO 是两个日期：2026-04-01..2026-04-10。
topic-amounts-heading = 金额和数量
topic-amounts =
    MONEY 是金额，用本店的币种：1240、1,240、¥20、20元。
    QTY 是数量，用商品的单位：15、4.5、3kg。
    LEVEL 是数量，或占满缸的多少：4.5、3/10、30%、三成、半、空、满。
    可以去掉的值写 none：--limit none。
topic-prices-heading = 定价
topic-prices =
    送货按哪个价算：
    1. 客户自己的定价，先于给所有人的。
    2. 有几个时，取送到的数量够得上的、起订量最大的那个。
    3. 起订量相同时，取送货那天有效的、最新的那个。
    4. 都没有，就按商品的售价。

    给某家存量定的价，是这家自己的、不分日期的价。product edit --price 是从今天起给所有人的价。
    已安排的送货，按实际送的那天算；已登记的送货，价钱和进价以后都不再变。
topic-sales-heading = 销售额
topic-sales =
    销售额是已送到的货，按当天的价钱算。赠送的计数量、不计钱；退货冲减；更正过的送货按更正后的算。
    赊账里的优惠、退款、核销、押金和更正，都不算销售额。

    成本按送货时商品的进价。当时不知道进价的，以后也不知道：costed 是知道进价的那部分销售额，
    毛利只按这部分算，margin_percent 是毛利占这部分的百分比。
topic-value-heading = 客户价值
topic-value =
    一次购买是送过货的一天：同一天的几次送货算一次，赠送也算。退回的货减少金额，不算购买。
    停购的客户参与估计，但不列出。

    简单价值 = 客单价 × 年购买次数 × 年数：100 × 4 × 8 = 3,200。只用来排名：客户以后常常买得少些，
    所以不是将来的收入。前四周不算。

    将来的收入由两个模型按全店的购买估计：BG/NBD（Fader、Hardie、Lee 2005）估计多久来一次，
    Gamma-Gamma（Fader、Hardie 2013）估计一次买多少。expected_purchases、p_purchase（至少买一次的可能）
    和 expected_money 看今后 --weeks 周；p_alive 是还会再来的可能，只买过一次的人都是 1，不能用来排名。
    discounted_money 是今后 12 个月的金额，每月折 1%；per_customer 是一组里每位客户的这个金额：
    争取一位这样的客户最多值这么多。

    客户少的店数据不够，先从平常情形出发：各参数的对数以 r 1、alpha 6 周、a 0.8、b 2.4、p 6、q 4 和
    本店客单价为中心正态分布，标准差 0.7。权重随复购客户数直线下降，到 200 位时为零。
    report value --parameters 显示模型和这个权重。

    用 --of margin 时，金额乘以毛利占销售额的比例（只看知道进价的销售）；都不知道就空着。

    RFM 把客户分成五等，5 最好：按最近购买、复购次数、消费金额。客户的节奏是平均隔几天买一次：
    没来的天数到 1.5 倍为低风险，到 3 倍为中，再久为高。report churn 列出超过一倍的客户，
    可能流失金额大的在前：还来的话一年的消费 × 今后 --weeks 周不来买的可能。
topic-formats-heading = 格式
topic-formats =
    --format table    给人看的表格，用本子的语言
    --format csv      给表格软件（RFC 4180，UTF-8；export --bom 加字节顺序标记）
    --format json     一个数组
    --format jsonl    每行一个对象
    --format html     可以打印的网页；只用于对账单和收据
    --format hledger  复式账本；只用于 export ledger

    同一个列表，每种格式的行和次序都一样。csv 和 json 的列名是英文，日期写 2026-03-27，
    数字没有分隔符。表格要先量好列宽，读完最后一行才出来；很长的先存在临时文件里。其他格式
    逐行输出。-o FILE 写到文件：要么全部写完，要么不写。改动数据的命令用 JSON 时，
    答复里有流水号、各种编号和提示。
topic-columns = 可以导出和导入的各类的列名。显示用的列表另有列名，见其 CSV 的第一行。
topic-exit-codes =
    退出码：
      0      完成
      1      店规不允许、没有找到，或检查出问题
      2      命令有误
      3      文件读不了或写不了
      4      已做成，但提示没能写出
      128+n  被信号 n 终止

usage-no-help = 没有“{ $text }”这个命令或主题。
    .hint = ricejar --help 列出所有命令；主题有 customers、dates、amounts、prices、sales、value、formats、columns、exit-codes。

# 手册页。

man-name = 名称
man-synopsis = 概要
man-description = 说明
man-options = 选项
man-global-options = 通用选项
man-commands = 命令
man-examples = 例子
man-exit-status = 退出码
man-environment = 环境变量
man-environment-text =
    RICEJAR_DB      本子的文件
    RICEJAR_CONFIG  配置文件
    RICEJAR_TODAY   把哪一天当作今天
    RICEJAR_BY      谁在操作，记入流水
    RICEJAR_LANG    语言：en 或 zh-CN；不设时看 LC_ALL、LC_MESSAGES、LANG
    NO_COLOR        不用颜色，除非写了 --color always
man-files = 文件
man-files-text =
    ~/.local/share/ricejar/notebook.ricejar  本子（Linux；其他系统在各自的数据文件夹）
    ~/.config/ricejar/config.toml            配置：配色、语言、按键
man-see-also = 另见
man-written = 手册页已写入 { $file }
