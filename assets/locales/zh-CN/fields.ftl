# 客户的各个字段：到处通用的名称；没有别处可用时，还有句子里的叫法和命令行选项的说明。

row-code = 编号
row-customer-name = 姓名
row-customer-kind = 类别
row-phones = 电话
row-email = 电子邮箱
thing-email = 电子邮箱
help--email = 电子邮箱
row-area = 片区
row-address = 地址
row-door-note = 门口须知
row-payday = 发薪日
row-weekdays = 哪天送
row-debt-limit = 赊账上限
row-tags = 标签
row-referred-by = 介绍人
row-birthday = 生日
row-customer-channel = 联系方式
row-consent = 能否发消息
