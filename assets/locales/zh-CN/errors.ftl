# 输入有误。

number-empty = 缺一个数字。
number-none = “{ $text }”不是数字。
    .hint = 数字要写成 15、4.5 或 1240 这样。
number-decimals =
    { $allowed ->
        [0] “{ $text }”带有小数，这里只能填整数。
       *[other] “{ $text }”的小数超过了 { $allowed } 位。
    }
number-comma = “{ $text }”看不明白：逗号后面是小数，还是千位？
    .hint = 小数用点，写成 1.5；千位写成 1,240。
number-other-unit =
    { $unit ->
        [none] “{ $text }”的单位不是这种商品的单位。
       *[other] “{ $text }”不能换算成{ $unit }。
    }
    .hint = 只写数字，或者写商品自己的单位。
number-too-large = “{ $text }”太大了。
    .hint = 请核对零的个数。
number-currency = “{ $text }”不是币种代码。
    .hint = 请用三个字母的代码：TWD、CNY、USD。
number-negative = “{ $text }”太小了。

day-none = “{ $text }”不是日期。
    .hint = 日期可以写成 3月27日、2026-03-27、今天、+3、下周五 或 25号。
day-no-weekday = “{ $text }”不是星期几。
    .hint = 星期可以写成 周一、周三 或 周一到周五。
day-no-such = 没有“{ $text }”这一天。
    .hint = 请查一下日历：不是每个月都有 31 天。
day-ambiguous = “{ $text }”可能是两个日子：先写月还是先写日？
    .hint = 请写成 2026-04-03 或 4月3日；也可以定下写法：ricejar shop set date-order mdy（先月后日）或 dmy（先日后月）。
day-out-of-range = “{ $text }”不在 1900 年到 2199 年之间。
day-backwards = “{ $text }”的结束早于开始。
    .hint = 请把早的日子写在前面：2026-03-05..2026-03-08。
day-no-span = “{ $text }”不是这里能用的时间长度。
    .hint = 可以写 10天、每2周；能用月的地方也可以写 每3个月。

payday-no-rule = “{ $text }”不是发薪日规则。
    .hint = 规则可以写成 25日、月底、“10日、25日”、每周五、最后一个周五、第二个周一、每两周周五 从 2026-01-09、25日（遇休提前）或 无。
payday-no-such-day = 不是每个月都有“{ $text }”。
    .hint = 日子从 1 到 31，也可以写 月底。
payday-no-interval = “{ $text }”不是一年以内的天数或周数。
payday-no-anchor = “{ $text }”没有说从哪天算起。
    .hint = 加上其中一个发薪日：每两周周五 从 2026-01-09。
payday-no-weekday = “{ $text }”不是星期几。
    .hint = 星期可以写成 周一 到 周日，或 mon 到 sun。

# 表格文件。
read-io = 文件读不出来：{ $reason }。
read-no-header = 文件是空的。
    .hint = 第一行要写列名。
read-unknown-column = 第 { $line } 行：没有“{ $column }”这一列。
    .hint = README 里列出了所有的列；导出的文件里也都有。
read-column-twice = 第 { $line } 行：“{ $column }”这一列出现了两次。
read-missing-column = 缺少“{ $column }”这一列。
    .hint = 第一行要写上这个列名。
read-not-utf8 = 第 { $line } 行“{ $column }”列：不是 UTF-8 编码。
    .hint = 请另存为“CSV UTF-8”再试。
read-no-heading = 第 { $line } 行：第 { $column } 列没有标题。
    .hint = 请在标题行写上这一列的名称，或清空这一列。
read-field-count = 第 { $line } 行有 { $found } 个字段，而第一行有 { $expected } 列。
    .hint = 文字里有逗号时，整段文字要加引号。
read-bare-carriage-return = 第 { $line } 行“{ $column }”列：有一个单独的回车符（CR），不是换行。
    .hint = 没有导入任何内容。请另存为“CSV UTF-8”，每行用 LF 或 CR LF 结尾；文字里面的换行要给整段文字加上引号。
day-in-file = 请这样写：2026-03-27。在表格软件里，单元格格式是“yyyy-mm-dd”。
backup-empty = { $file } 是空的，不是备份。
    .hint = 什么都没有改动。请指定另一个备份。
read-bare-quote = 第 { $line } 行“{ $column }”列：没有加引号的文字里有引号（"）。
    .hint = 没有导入任何内容。请给整段文字加上引号，里面的引号写两遍："5"" 水管"。
read-text-after-quote = 第 { $line } 行“{ $column }”列：右引号（"）后面还有文字。
    .hint = 没有导入任何内容。这个引号从第 { $opened } 行开始；引号里面的引号要写两遍。
read-unclosed-quote = 第 { $line } 行“{ $column }”列：引号（"）只有左边，没有右边。
    .hint = 没有导入任何内容。请补上右引号；引号里面的引号要写两遍。
read-field-too-long = 第 { $line } 行“{ $column }”列：文字超过 { $most } KB。
    .hint = 没有导入任何内容。可能少了一个右引号（"）。
read-record-too-long = 第 { $line } 行超过 1 MB。
    .hint = 没有导入任何内容。这可能不是 CSV 文件。
read-zero-byte = 第 { $line } 行“{ $column }”列：有值为零的字节，不是文本。
    .hint = 没有导入任何内容。请另存为“CSV UTF-8”再试。

# 账本文件。
store-missing = 没有本子 { $file }。
    .hint = 请检查名称，或用 ricejar init 在那里新建。
store-empty = 文件 { $file } 是空的：可能是没复制完，或当时磁盘已满。
    .hint = 用 ricejar restore 文件 恢复备份；或者删掉它，再用 ricejar init 新建。
store-schema-missing = { $file } 的结构被改过：缺少“{ $object }”。
    .hint = 没有改动任何内容。恢复备份：ricejar restore 文件；抢救能读出的内容：ricejar rescue 新文件
store-schema-changed = { $file } 的结构被改过：“{ $object }”和 ricejar 建的不一样。
    .hint = 没有改动任何内容。恢复备份：ricejar restore 文件；抢救能读出的内容：ricejar rescue 新文件
store-schema-unknown = { $file } 的结构被改过：“{ $object }”不属于本子。
    .hint = 没有改动任何内容。恢复备份：ricejar restore 文件；抢救能读出的内容：ricejar rescue 新文件
store-exists = 文件 { $file } 已经存在。
    .hint = 用 --db 文件 另选名称；没有写入任何内容。
store-no-database = { $file } 不是 ricejar 的文件。
    .hint = 用 --db 文件 指定正确的文件。
store-not-a-file = { $file } 不是文件，而是文件夹、管道或设备。
    .hint = 请指定一个文件。
store-no-folder = 没有文件夹 { $folder }。
    .hint = 先建好这个文件夹，或另选一个已有的文件夹。
store-not-ours = { $file } 属于别的程序。
    .hint = 用 --db 文件 指定正确的文件。
store-newer = 文件由更新的 ricejar 写成（格式 { $found }，本程序支持到 { $known }）。
    .hint = 请安装新版 ricejar；没有改动任何内容。
store-read-only = 文件只能读，不能写。
    .hint = 请取得写入权限，或复制到可以写的地方。
store-log-beside = 最近的改动还在 { $file }-wal 里，而那个文件夹不能写。
    .hint = 请把 { $file } 和 { $file }-wal 一起复制到可以写的文件夹，再打开副本。
store-in-use = 本子 { $file } 正在别的程序里打开着。
    .hint = 请先在那边关闭再试；没有改动任何内容。
store-locked = 另一个程序正在写这个文件，没有及时结束。
    .hint = 请稍后再试；没有改动任何内容。
store-full = 磁盘已满。
    .hint = 请腾出空间再试；没有改动任何内容。
store-stopped = 已停止；什么都没有改动。
store-io = 文件 { $file } 无法使用：{ $reason }。
    .hint = 请检查文件夹是否存在、是否可以写入。
store-io-notebook = 本子不能用：{ $reason }。
    .hint = 看看它所在的磁盘还在不在，有没有写的权限。
store-engine = 数据库没能完成这一步（{ $reason }）。
    .hint = 请再试一次；如果还是这样，请运行 ricejar check。
store-constraint = 文件拒绝了这次改动（{ $reason }）。
    .hint = 没有改动任何内容。如果操作正常，请运行 ricejar check。
store-damaged = 文件已损坏（{ $reason }）。
    .hint = 查看问题：ricejar check；取出还能读的内容：ricejar rescue 文件；恢复备份：ricejar restore 文件。

# 检查发现的问题。
finding-damaged = 文件已损坏：{ $reason }。
finding-format = 文件没有写明是哪种格式。
finding-dangling = { $table } 第 { $row } 行的 { $column }：指向不存在的 { $parent }。
finding-stock = { $product } 的库存记为 { $kept }，按出入计算是 { $counted }。
finding-sales = { $product } 在{ $day }的销售额，与当天送货明细合计不符。
finding-balance = { $who }：余额记为 { $kept }，按账目计算是 { $counted }。
finding-standing = { $who }：未清的欠款与账目不符。
finding-last-delivery = { $who }：最近送货日与送货记录不符。
finding-last-contact = { $who }：最近联系日与联系记录不符。
finding-payment-history = { $who }：按期和逾期付清的次数与账目不符。
finding-forecast = { $who }：{ $product } 的预测与历史不符。
finding-promise = { $who }：承诺兑现的日子与账目不符。
finding-agreement = { $who }：{ $day }对账的数是 { $agreed }，按账目算是 { $counted }。
finding-tickets = { $who }：{ $product }水票用掉或退掉的比本子里的多，或不在有效期内。
finding-containers = { $who } 在{ $day }还回的比手上的多 { $containers }。
finding-day-close = { $day }日结时账上应有 { $kept }，按账目算是 { $counted }。
finding-search = 按名称找不到 { $who }。
finding-more = ……还有 { $count } 处。

# 文件里某一格的问题；表名和列名用文件里的名字。
damage-cell = { $table } 第 { $row } 行的 { $column }：{ $problem }。
damage-row = { $table } 第 { $row } 行读不出来。
damage-rows = { $table } 第 { $first } 到 { $last } 行读不出来。
damage-table = 表 { $table } 读不出来：不存在，或名字被别的东西占了。
problem-missing = 这里是空的，但不能为空
problem-invalid = “{ $value }”不是{ $expected }
problem-outdated = 与所依据的文字不符
problem-contradiction = 与这一行的其他内容矛盾
problem-orphan = 指向 { $parent } 第 { $number } 行，但那一行不存在
problem-conflict = 与另一行的值重复，或不符合文件的规则
problem-unreadable = 读不出来
expected-day = 日期
expected-number = 这里允许的数字
expected-text = 可读的文字
expected-name = 这里认得的名称
expected-payday = 发薪日规则
expected-currency = 币种
expected-strategy = 安排下次送货的方式
expected-repeat = 重复规则
expected-numbers = 计算得出的一串数字
expected-reference = 某一行的编号
loss-kept = { $damage }这一行已复制，此处改用默认值。
loss-lost = { $damage }这一行没有复制：{ $content }
store-unsound = 本子已损坏，没有备份：
    .hint = 查看所有问题：ricejar check；取出还能读的内容：ricejar rescue 文件
restore-in-use = 这个本子正在另一个程序里打开着，换不了。
    .hint = 请先在那边关掉再试，或在它的界面里按 R 恢复备份。没有改动任何内容。
backup-of-unsound = 本子的账对不上，这份备份也一样：
    .hint = 查看所有问题：ricejar check；另建一个对得上的本子：ricejar rescue 文件
backup-inconsistent = { $file } 的账对不上，没有恢复：
    .hint = 本子保持原样。要用这个文件另建一个对得上的本子：ricejar --db 文件 rescue 新文件
rescue-no-first-page = { $file } 的第一页已毁坏，里面的内容都无法找到。
    .hint = 从中取不出任何内容。恢复备份：ricejar restore 文件
damage-unknown-table = 表 { $table } 不是本子里的表，没有复制。
damage-unknown-column = { $table } 的 { $column } 列不是本子里的列，没有复制。
backup-unsound = { $file } 已损坏，没有恢复：
    .hint = 本子保持原样。要取出这个文件里还能读的内容：ricejar --db 文件 rescue 新文件

# 文件中有误的行；第一条只用它的 hint。
bad-rows = 有 { $count } 行有误
    .hint = 什么都没有导入。请改正这些行后再试。
bad-rows-more = …… 还有 { $count } 行。
bad-field = 第 { $line } 行，“{ $column }”列：{ $because }
bad-field-empty = 这里不能为空。
bad-field-long = 外部编号最多 { $most } 个字。
bad-field-lost-digits = 表格软件把“{ $text }”缩短了，后面的数字已经丢失。
    .hint = 请把这一列的单元格格式改为“文本”，重新填写号码后再保存。
bad-field-none-of = “{ $text }”不在可用的词之中：{ $known }。
bad-field-form = “{ $text }”应写成 { $example } 的样子。

# 打开期间文件变了。
store-gone = { $file } 在打开期间被移走了，无法保存。
    .hint = 请把它放回原处（连同 -wal 文件），或退出后用备份恢复。
store-replaced = { $file } 已被另一个文件替换，无法保存。
    .hint = 请退出后重新启动，打开新文件。

# 路径。
path-no-file-name = “{ $path }”是一个地址，不是文件名。
    .hint = 如果文件真叫这个名字，请写成 ./{ $path }

# 会覆盖不该动的文件的输出。
conflict-notebook = { $output } 就是本子 { $file }，什么都没写。
    .hint = 请另选一个输出文件。
conflict-notebook-part = { $output } 是本子 { $file } 的一部分，什么都没写。
    .hint = 请另选一个输出文件。
conflict-config = { $output } 就是配置文件 { $file }，什么都没写。
    .hint = 请另选一个输出文件。
conflict-input = { $output } 就是要读入的文件 { $file }，什么都没写。
    .hint = 请另选一个输出文件。
conflict-database = { $output } 属于一个数据库，不能用文本覆盖，什么都没写。
    .hint = 请另选一个输出文件。
conflict-reserved = “{ $output }”这样的名字留给 ricejar 和数据库自己的文件，随时会被删除；什么都没写。
    .hint = 请换一个不以 -wal、-shm、-journal 或 .v6.bak 结尾的名字。

# 事情已做成，话却没能写出来。
unsaid-recorded = 已记入流水第 { $what } 行，只是提示没能写出：{ $reason }。
    .hint = 不要再做一遍。请看：ricejar journal
unsaid-refitted = 所有预测都已更新，只是提示没能写出：{ $reason }。
unsaid-written = { $what } 已写好，只是提示没能写出：{ $reason }。
reason-disk-full = 磁盘满了
reason-permission = 没有权限
reason-missing = 没有这个文件或文件夹
reason-not-a-folder = 路径中有一段不是文件夹
reason-is-a-folder = 这是文件夹
reason-read-only = 磁盘是只读的
reason-device = 磁盘读写出错
reason-cannot-open = 数据库文件打不开
reason-malformed = 数据库内容已损坏

# 错误背后的原因，照系统的原话。
caused-by = 原因：{ $cause }
