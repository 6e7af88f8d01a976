# 做了什么：流水里的每一行，以及撤销和重做时说的话。

took-back = 已撤销：{ $deed }
did-again = 已重做：{ $deed }

# 句末附带的说明。
aside = （{ $text }）

deed-shop-set = 设置{ $about ->
        [name] 店名
        [currency] 货币
        [language] 语言
        [service-level] 缺货容忍度
        [grace-days] 宽限天数
        [delivery-days] 送货日
        [holidays] 节假日
        [areas] 片区
       *[other] { $about }
    }{ $aside }
deed-customer-added = 登记客户 { $about }{ $aside }
deed-customer-edited = 修改客户 { $about }{ $aside }
deed-customer-left = { $about } 从{ $day }起停购{ $aside }
deed-customer-returned = { $about } 恢复购买
deed-customer-away = { $about } { $count ->
        [0] 全家
       *[other] { $count } 人
    }外出 { $detail }
deed-household-changed = { $about } 从{ $day }起家里有 { $count } 口人
deed-product-added = 登记商品 { $about }
deed-product-edited = 修改商品 { $about }{ $aside }
deed-stock-received = { $about } 进货 { $quantity } { $detail }
deed-stock-counted = 盘点 { $about }，差 { $quantity } { $detail }
deed-jar-set = 设置 { $about } 的{ $detail }米缸
deed-jar-read = { $about } 的{ $product }在{ $day }余量 { $quantity } { $unit }
deed-delivery-planned = 安排{ $day }给 { $about } 送货{ $aside }
deed-proposals-planned = 按建议安排了 { $count } 次送货
deed-delivery-done = 已送到 { $about }，货款 { $amount }{ $aside }
deed-delivery-missed = 给 { $about } 的送货没送成，{ $day }再送{ $aside }
deed-delivery-cancelled = 取消{ $day }给 { $about } 的送货{ $aside }
deed-delivery-moved = 给 { $about } 的送货改到{ $day }
deed-entry-charge = { $about } 记账 { $amount }{ $aside }
deed-entry-payment = { $about } 付款 { $amount }{ $aside }
deed-entry-refund = 退给 { $about } { $amount }{ $aside }
deed-entry-discount = 优惠 { $about } { $amount }{ $aside }
deed-entry-write-off = 核销 { $about } 的坏账 { $amount }{ $aside }
deed-entry-correction = 更正 { $about } 的赊账 { $amount }{ $aside }
deed-follow-up-added = { $day }跟进 { $about }{ $aside }
deed-follow-up-done = 已跟进 { $about }{ $aside }
deed-follow-up-snoozed = 对 { $about } 的跟进推迟到{ $day }{ $aside }
deed-follow-up-dropped = 取消对 { $about } 的跟进{ $aside }
deed-contact-added = 与 { $about } 联系{ $aside }
deed-imported = 导入 { $count } 行{ $about ->
        [customers] 客户
        [products] 商品
        [jars] 米缸
        [readings] 余量
        [deliveries] 送货
        [entries] 账目
       *[other] { $about }
    }

# 随之而来的变化。
note-alike = 本子里已有相似的客户：{ $names }。
note-credit = 预存 { $amount }
note-even = 账已结清
note-owes = 欠款 { $amount }
note-due = { $day }到期
note-over-limit = 欠款 { $balance } 已超过限额 { $limit }。
note-empty = { $product }：大约{ $likely }吃完，{ $safe }之前都够
note-planned = 送货 { $delivery } 安排在{ $day }
note-not-brought = { $product }：有 { $quantity } 没送，也不再安排
note-stock = { $product }：库存 { $quantity }
note-follow-up = 跟进 { $follow-up } 在{ $day }
