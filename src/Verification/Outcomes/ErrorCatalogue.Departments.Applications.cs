namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>An event whose payload is not that of an event.</summary>
    public static ErrorDescriptor EventMalformed { get; } = new("CB5081", 400,
        new("辦理動態內容不完整", "办理动态内容不完整", "The event cannot be read"),
        new("請按介面說明填寫訊息所指的部分，重新簽署後再發。", "请按接口说明填写提示所指的部分，重新签名后再发。", "Correct the member that the message names, sign it again and send it again."));

    /// <summary>An event that was sent to one department's address and names another.</summary>
    public static ErrorDescriptor EventOfOtherDepartment { get; } = new("CB5082", 403,
        new("辦理動態並非由此部門發出", "办理动态并非由该部门发出", "The event is another department’s"),
        new("請以本部門的代號和證書簽署，並發到本部門的網址。", "请使用本部门的代号和证书签名，并发送到本部门的地址。", "Name your own department, sign with its certificate and send it to its address."));

    /// <summary>An event about a delivery that this department never got.</summary>
    public static ErrorDescriptor EventDeliveryUnknown { get; } = new("CB5083", 404,
        new("找不到此送遞", "找不到该投递", "There is no such delivery to this department"),
        new("請使用申請信封內的送遞編號。", "请使用申请信封内的投递编号。", "Use the id of the envelope that your department received."));

    /// <summary>An event of more than 24 hours ago or more than five minutes ahead.</summary>
    public static ErrorDescriptor EventTimeWrong { get; } = new("CB5084", 422,
        new("辦理動態的時間不在可接受範圍", "办理动态的时间不在可接受范围内", "The time of the event is out of range"),
        new("請校準時鐘；過了 24 小時的動態，請以當前時間和新的編號重新發出。", "请校准时钟；超过 24 小时的动态，请以当前时间和新的编号重新发出。", "Set your clock. What happened more than 24 hours ago is told anew, with the time of telling and a new id."));

    /// <summary>The id of an event came again with other content.</summary>
    public static ErrorDescriptor EventIdReused { get; } = new("CB5085", 409,
        new("此動態編號已用於另一內容", "该动态编号已用于其他内容", "This event id was used for another event"),
        new("新的動態請用新的編號；重發時內容須完全相同。", "新的动态请使用新的编号；重发时内容须完全相同。", "Give each event an id of its own, and repeat an event with the same content."));

    /// <summary>A body that is not application/jose.</summary>
    public static ErrorDescriptor SignedMessageExpected { get; } = new("CB5086", 415,
        new("只接受 application/jose", "仅接受 application/jose", "A signed message (application/jose) is expected"),
        new("請以 application/jose 發送 JWS 精簡格式。", "请以 application/jose 发送 JWS 紧凑格式。", "Send the JWS in compact form, with the content type application/jose."));

    /// <summary>A signed message of more than 64 KiB.</summary>
    public static ErrorDescriptor SignedMessageTooLarge { get; } = new("CB5087", 413,
        new("訊息過大", "消息过大", "The signed message is too large"),
        new("請縮短內容；證書鏈無須包含根證書。", "请缩短内容；证书链无需包含根证书。", "Make it shorter; the chain needs no root certificate."));

    /// <summary>A delivery that has had as many events as one may have.</summary>
    public static ErrorDescriptor EventsExhausted { get; } = new("CB5088", 409,
        new("此送遞的動態數目已達上限", "该投递的动态数量已达上限", "This delivery has had too many events"),
        new("請檢查系統是否重複發送，並聯絡平台。", "请检查系统是否重复发送，并联系平台。", "Look for a loop in your software, and speak to the hub’s operators."));

    /// <summary>The address names a department that the hub has no connection with.</summary>
    public static ErrorDescriptor DepartmentUnknown { get; } = new("CB5089", 404,
        new("找不到此部門", "找不到该部门", "There is no such department"),
        new("請核對網址中的部門代號。", "请核对地址中的部门代号。", "Check the department’s slug in the address."));

    /// <summary>An event forwards a delivery to a department that the hub has no connection with.</summary>
    public static ErrorDescriptor ForwardDepartmentUnknown { get; } = new("CB5096", 422,
        new("所轉交的部門並未接通", "所转交的部门尚未接通", "The department that it is forwarded to is not connected"),
        new("請核對部門代號；如由平台以外的部門跟進，請略去 to 並在 reason 說明。", "请核对部门代号；如由平台以外的部门办理，请省略 to 并在 reason 中说明。", "Check the slug. Where a department outside the hub goes on with it, leave out 'to' and name it in 'reason'."));

    /// <summary>A part of a delivery is handed to another department as an item that does not exist.</summary>
    public static ErrorDescriptor SplitItemUnknown { get; } = new("CB5171", 422,
        new("所分拆的事項不存在", "所拆分的事项不存在", "There is no item of the code that a part names"),
        new("請核對事項編碼；如仍屬原事項，請略去 item。", "请核对事项编码；如仍属原事项，请省略 item。", "Check the code. Leave out 'item' where the part is about the same item."));

    /// <summary>A delivery is forwarded in a circle, too often or to too many.</summary>
    public static ErrorDescriptor ForwardingLoop { get; } = new("CB5097", 409,
        new("此送遞不能再轉交", "该投递不能再转交", "The delivery cannot be forwarded there"),
        new("請自行辦理、退回並說明理由，或聯絡平台確定由哪個部門負責。", "请自行办理、说明理由后退回，或联系平台确定由哪个部门负责。", "Deal with it, reject it with a reason, or settle with the hub’s operators whose it is."));

    /// <summary>A client that asks for deliveries of a department that is not its own.</summary>
    public static ErrorDescriptor PickupOfOtherDepartment { get; } = new("CB5090", 403,
        new("此客戶端不屬於該部門", "该客户端不属于该部门", "The client is another department’s"),
        new("請使用本部門的網址；如代號不符，請聯絡平台更正登記。", "请使用本部门的地址；如代号不符，请联系平台更正登记。", "Use your own department’s address. Where the hub has you under another slug, speak to its operators."));

    /// <summary>A receipt for a delivery that this department was never handed.</summary>
    public static ErrorDescriptor ReceiptDeliveryUnknown { get; } = new("CB5091", 404,
        new("找不到此回執所指的送遞", "找不到该回执所指的投递", "There is no such delivery to sign for"),
        new("請使用申請信封內的送遞編號。", "请使用申请信封内的投递编号。", "Use the id of the envelope that your department received."));

    /// <summary>A page size that is no number or out of bounds.</summary>
    public static ErrorDescriptor PickupSizeWrong { get; } = new("CB5092", 400,
        new("每次領取的數目不在可接受範圍", "每次领取的数量不在可接受范围内", "So many deliveries cannot be asked for at once"),
        new("請按訊息所示的範圍填寫 pageSize，餘下的可再次領取。", "请按提示的范围填写 pageSize，其余的可再次领取。", "Ask for a number within the bounds of the message, and come back for the rest."));
}
