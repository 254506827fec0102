using CrossBorder.Federation.OpenIdConnect.Registrations;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.ConsolePages;

/// <summary>The words of the pages about relying parties.</summary>
internal static class RelyingPartyText
{
    public static LocalizedText Title { get; } = new("接入應用", "接入应用", "Relying parties");

    public static LocalizedText Lead { get; } = new(
        "開發者用登記憑證自行登記應用；須由兩位保安主任先後審閱批准，數秒內在所有節點生效。暫停或終止由一位即可，即時生效。",
        "开发者用登记凭证自行登记应用；须由两位安全主管先后审阅批准，数秒内在所有节点生效。暂停或终止由一位即可，即时生效。",
        "Developers register applications with a token that you hand out. Two security officers read and approve each; every node follows within seconds. To suspend or end one takes a single officer, and is at once.");

    public static LocalizedText Waiting { get; } = new("等候審批", "等待审批", "Waiting for approval");

    public static LocalizedText NoneWaiting { get; } = new("沒有等候審批的登記。", "没有等待审批的登记。", "Nothing waits for approval.");

    public static LocalizedText Others { get; } = new("其他已登記的應用", "其他已登记的应用", "Others that registered themselves");

    public static LocalizedText NoOthers { get; } = new("未有。", "暂无。", "There are none.");

    public static LocalizedText OfSettings { get; } = new("由系統設定管理的應用", "由系统设置管理的应用", "In the settings");

    public static LocalizedText Tickets { get; } = new("登記憑證", "登记凭证", "Initial access tokens");

    public static LocalizedText NewTicket { get; } = new("發出登記憑證", "发出登记凭证", "Hand out a token");

    public static LocalizedText TicketFor { get; } = new("交給誰（機構及聯絡人）", "交给谁（机构及联系人）", "For whom (organisation and person)");

    public static LocalizedText TicketUses { get; } = new("可登記次數", "可登记次数", "Registrations");

    public static LocalizedText TicketDays { get; } = new("有效日數", "有效天数", "Days that it holds");

    public static LocalizedText Issue { get; } = new("發出", "发出", "Make the token");

    public static LocalizedText ShownOnce { get; } = new(
        "只在此顯示一次。請以安全途徑交給對方，離開此頁後無法再看。", "仅在此显示一次。请通过安全途径交给对方，离开本页后无法再看。",
        "Shown this once. Hand it over by a safe way; when you leave this page it cannot be seen again.");

    /// <summary>{0}: how many. {1}: until when. {2}: by whom.</summary>
    public static LocalizedText TicketFacts { get; } = new("尚可登記 {0} 次，至 {1}；由 {2} 發出", "尚可登记 {0} 次，至 {1}；由 {2} 发出", "{0} left, until {1}; handed out by {2}");

    public static LocalizedText TicketOver { get; } = new("已用完、過期或收回", "已用完、过期或收回", "used up, over or withdrawn");

    public static LocalizedText Withdraw { get; } = new("收回", "收回", "Withdraw");

    public static LocalizedText What { get; } = new("項目", "项目", "What");

    public static LocalizedText Submitted { get; } = new("提交的內容", "提交的内容", "Submitted");

    public static LocalizedText InForceNow { get; } = new("現行", "现行", "In force now");

    public static LocalizedText Nothing { get; } = new("（未有）", "（暂无）", "(none)");

    public static LocalizedText Changed { get; } = new("有更改", "有更改", "changed");

    public static LocalizedText SubmittedAt { get; } = new("提交時間", "提交时间", "Submitted at");

    public static LocalizedText Origin { get; } = new("登記憑證或發行者", "登记凭证或发行者", "Token or publisher");

    public static LocalizedText FirstApproval { get; } = new("第一次批准", "第一次批准", "First approval");

    public static LocalizedText SecondApproval { get; } = new("第二次批准或決定", "第二次批准或决定", "Second approval, or decision");

    public static LocalizedText StoppedBy { get; } = new("暫停或終止者", "暂停或终止者", "Suspended or ended by");

    public static LocalizedText Reason { get; } = new("退回原因", "退回原因", "Reason it was sent back");

    public static LocalizedText Look { get; } = new("審閱時留意", "审阅时留意", "What to look at");

    public static LocalizedText ApproveFirst { get; } = new("批准（第一位）", "批准（第一位）", "Approve, as the first of two");

    public static LocalizedText ApproveSecond { get; } = new("批准，讓應用生效", "批准，让应用生效", "Approve: it counts from now on");

    public static LocalizedText SendBack { get; } = new("退回開發者", "退回开发者", "Send back to the developer");

    public static LocalizedText ReasonLabel { get; } = new("請說明要更正甚麼（開發者會看到）", "请说明要更正什么（开发者会看到）", "What is to be mended (the developer reads this)");

    public static LocalizedText Suspend { get; } = new("暫停", "暂停", "Suspend");

    public static LocalizedText SuspendHint { get; } = new(
        "即時生效：居民不能再經此登入，已發出的權杖全部失效。恢復須由另一位保安主任批准。",
        "即时生效：居民不能再经此登录，已发出的令牌全部失效。恢复须由另一位安全主管批准。",
        "At once: residents no longer sign in there, and every token it holds ends. Another security officer can let it count again.");

    public static LocalizedText Resume { get; } = new("恢復", "恢复", "Let it count again");

    public static LocalizedText End { get; } = new("永久終止", "永久终止", "End it for good");

    public static LocalizedText WaitsForAnother { get; } = new("您已作第一次批准，須由另一位保安主任作最後批准。", "您已作第一次批准，须由另一位安全主管作最后批准。", "You gave the first approval. Another security officer gives the last one.");

    public static LocalizedText Conformance { get; } = new("實際表現", "实际表现", "How it behaves");

    public static LocalizedText Of(Standing standing) => standing switch
    {
        Standing.Waiting => new("等候第一次批准", "等待第一次批准", "Waits for the first approval"),
        Standing.Read => new("已有一位批准，等候第二位", "已有一位批准，等待第二位", "Approved by one, waits for the second"),
        Standing.InForce => new("生效中", "生效中", "In force"),
        Standing.SentBack => new("已退回", "已退回", "Sent back"),
        Standing.Suspended => new("已暫停", "已暂停", "Suspended"),
        _ => new("已終止", "已终止", "Ended"),
    };
}
