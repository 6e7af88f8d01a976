# 输入有误。

full-width = “{ $text }”是全角字符。
    .hint = 请输入 { $instead }。

number-empty = 缺一个数字。
number-none = “{ $text }”不是数字。
    .hint = 数字要写成 15、4.5 或 1240 这样。
number-decimals =
    { $allowed ->
        [0] “{ $text }”带有小数，这里只能填整数。
       *[other] “{ $text }”的小数超过了 { $allowed } 位。
    }
number-too-large = “{ $text }”太大了。
    .hint = 请核对零的个数。
number-currency = “{ $text }”不是货币代码。
    .hint = 请用三个字母的代码：TWD、CNY、USD。
number-negative = “{ $text }”太小了。

day-none = “{ $text }”不是日期。
    .hint = 日期可以写成 2026-03-27、今天、+3、周五 或 25。
day-no-such = 没有“{ $text }”这一天。
    .hint = 请查一下日历：不是每个月都有 31 天。
day-out-of-range = “{ $text }”不在 1900 年到 2199 年之间。
day-backwards = “{ $text }”的结束早于开始。
    .hint = 请把早的日子写在前面：2026-03-05..2026-03-08。
day-no-span = “{ $text }”不是这里能用的时间长度。
    .hint = 可以写 10 days、每2周；能用月的地方也可以写 1 month。

payday-no-rule = “{ $text }”不是发薪日规则。
    .hint = 规则可以写成 25、last、10,25、last fri、2nd mon、every 2 weeks fri from 2026-01-09、25 before weekend 或 none。
payday-no-such-day = 不是每个月都有“{ $text }”。
    .hint = 日子从 1 到 31，last 表示月底。
payday-no-interval = “{ $text }”不是一年以内的天数或周数。
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
read-field-count = 第 { $line } 行有 { $found } 个字段，而第一行有 { $expected } 列。
    .hint = 文字里有逗号时，整段文字要加引号。

# 本子的文件。
store-missing = { $path } 处没有本子。
    .hint = 新建一个：ricejar init。
store-exists = { $path } 处已有本子。
    .hint = 用 --db 另选文件，或先把它移走。
store-not-a-database = { $path } 不是本子，是别的文件。
    .hint = 用 --db 指定本子。
store-not-ours = { $path } 是别的程序的数据库。
    .hint = 用 --db 指定本子。
store-newer = 本子的格式是 { $found }，本程序只认识到 { $known }。
    .hint = 请用更新的 ricejar。
store-read-only = 本子只能读，不能写。
    .hint = 检查文件和所在文件夹的权限。
store-locked = 别的程序正在写本子，等不到它写完。
    .hint = 稍后再试。
store-full = 磁盘满了，什么都没改。
    .hint = 腾出空间再试。
store-io = { $path } 用不了：{ $reason }。
store-constraint = 本子拒绝了一行：{ $said }。
store-damaged = 本子损坏了：{ $said }。
    .hint = 用 ricejar check 看哪里有问题，或用 ricejar restore 恢复备份。
