using CrossBorder.Federation.Applications;
using CrossBorder.Federation.Applications.Delivery;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Cases;

/// <summary>Where a case stands, what the resident has to do, and what has happened, in plain words.</summary>
internal static class ProgressText
{
    private static readonly Dictionary<ApplicationStatus, LocalizedText> States = new()
    {
        [ApplicationStatus.Submitted] = new("已提交，等待部門簽收", "已提交，等待部门签收", "Submitted; waiting for the department"),
        [ApplicationStatus.InProgress] = new("部門處理中", "部门办理中", "The departments are working on it"),
        [ApplicationStatus.ActionNeeded] = new("需要您跟進", "需要您处理", "Something is needed from you"),
        [ApplicationStatus.Accepted] = new("部門已受理", "部门已受理", "Accepted by the department"),
        [ApplicationStatus.Rejected] = new("部門不受理", "部门不予受理", "Turned down by the department"),
        [ApplicationStatus.Withdrawn] = new("已撤回", "已撤回", "Withdrawn"),
        [ApplicationStatus.Completed] = new("已辦妥", "已办结", "Done"),
    };

    private static readonly Dictionary<ApplicationStatus, LocalizedText> NextSteps = new()
    {
        [ApplicationStatus.Submitted] = new("您現在不用做任何事。", "您现在无需任何操作。", "You need not do anything now."),
        [ApplicationStatus.InProgress] = new("您現在不用做任何事。", "您现在无需任何操作。", "You need not do anything now."),
        [ApplicationStatus.ActionNeeded] = new("請看下面的進度，並按部門的要求跟進。", "请查看下方进度，并按部门要求处理。", "See below what happened, and do what the department asks."),
        [ApplicationStatus.Accepted] = new("部門會開始辦理，您現在不用做任何事。", "部门将开始办理，您现在无需任何操作。", "The department is starting on it. You need not do anything now."),
        [ApplicationStatus.Rejected] = new("如有疑問，請向部門查詢，並提供個案編號。", "如有疑问，请咨询该部门，并提供办件编号。", "If this seems wrong, ask the department and give the case number."),
        [ApplicationStatus.Withdrawn] = new("如日後想辦，可以重新申請。", "如需再办，可重新申请。", "You can apply again whenever you like."),
        [ApplicationStatus.Completed] = new("手續已經完成。", "事项已办理完毕。", "Everything is done."),
    };

    private static readonly Dictionary<DeliveryStatus, LocalizedText> Deliveries = new()
    {
        [DeliveryStatus.Queued] = new("等待送出", "等待发送", "Waiting to be sent"),
        [DeliveryStatus.Sent] = new("已送出", "已发送", "Sent"),
        [DeliveryStatus.Accepted] = new("已受理", "已受理", "Accepted"),
        [DeliveryStatus.Rejected] = new("不受理", "不予受理", "Turned down"),
        [DeliveryStatus.Forwarded] = new("已轉交其他部門", "已转交其他部门", "Passed on to another department"),
        [DeliveryStatus.Withdrawn] = new("已撤回", "已撤回", "Withdrawn"),
        [DeliveryStatus.Waiting] = new("待前一項獲受理後送出", "待前一项受理后发送", "Sent once the step before it is accepted"),
        [DeliveryStatus.Quarantined] = new("暫時未能送出，我們正在跟進", "暂时无法发送，我们正在处理", "Held up; we are looking into it"),
    };

    /// <summary>By the word of the timeline. {0}: the department or item concerned.</summary>
    private static readonly Dictionary<string, LocalizedText> Events = new(StringComparer.Ordinal)
    {
        [CaseEvents.Submitted] = new("您提交了申請", "您提交了申请", "You submitted the application"),
        [CaseEvents.CounterOnly] = new("「{0}」須由您親身到窗口辦理", "“{0}”须由您到窗口现场办理", "“{0}” has to be done by you at a counter"),
        [CaseEvents.Delayed] = new("暫時未能送達{0}，系統會自動再試", "暂时无法送达{0}，系统将自动重试", "{0} could not be reached; it is tried again by itself"),
        [CaseEvents.ReceiptRefused] = new("{0}的簽收未能核實，系統會自動再送", "{0}的签收未能核验，系统将自动重新发送", "The receipt of {0} could not be verified; it is sent again by itself"),
        [CaseEvents.Quarantined] = new("送往{0}的申請暫緩遞送，我們正在跟進", "送往{0}的申请暂缓投递，我们正在处理", "It is held back from {0}; we are looking into it"),
        [CaseEvents.Released] = new("恢復遞送至{0}", "恢复投递至{0}", "It is on its way to {0} again"),
        [CaseEvents.Accepted] = new("{0}已簽收並受理", "{0}已签收并受理", "{0} signed for it and accepted it"),
        [CaseEvents.Rejected] = new("{0}已簽收，但不受理", "{0}已签收，但不予受理", "{0} signed for it and turned it down"),
        [CaseEvents.Withdrawn] = new("您撤回了申請", "您撤回了申请", "You withdrew the application"),
        [CaseEvents.ActionNeeded] = new("{0}需要您跟進", "{0}需要您处理", "{0} needs something from you"),
        [CaseEvents.Forwarded] = new("{0}已把申請轉交其他部門", "{0}已将申请转交其他部门", "{0} passed it on to another department"),
        [CaseEvents.Completed] = new("{0}已辦妥", "{0}已办结", "{0} has finished"),
        [CaseEvents.AnswerOverdue] = new("{0}逾期未回覆是否受理", "{0}逾期未答复是否受理", "{0} has not said in time whether it takes it on"),
        [CaseEvents.DueSoon] = new("{0}的法定辦理期限將至", "{0}的法定办理期限将至", "The deadline for {0} to decide is near"),
        [CaseEvents.Overdue] = new("{0}逾期未作決定，我們已通知跟進人員", "{0}逾期未作出决定，我们已通知相关人员跟进", "{0} has not decided in time; we have told those who follow it up"),
        [CaseEvents.TurnCame] = new("前面各項已獲受理，申請現送交{0}", "前面各项均已受理，申请现送交{0}", "What comes first is accepted; it now goes to {0}"),
        [CaseEvents.SupplementReceived] = new("{0}已簽收補交的文件", "{0}已签收补交的材料", "{0} signed for what you handed in"),
        [CaseEvents.SupplementRefused] = new("{0}不接納補交的文件", "{0}不接受补交的材料", "{0} did not take what you handed in"),
        [CaseEvents.WithdrawalReceived] = new("{0}已收到撤回通知", "{0}已收到撤回通知", "{0} received the withdrawal"),
    };

    /// <summary>{0}: who passed it on, {1}: to whom.</summary>
    public static LocalizedText ForwardedTo { get; } = new("{0}已把申請轉交{1}", "{0}已将申请转交{1}", "{0} passed it on to {1}");

    /// <summary>{0}: the item that comes first, {1}: the department that waits for it.</summary>
    public static LocalizedText Waits { get; } = new("「{0}」獲受理後，才會送交{1}", "“{0}”受理后，才会送交{1}", "It goes to {1} once “{0}” is accepted");

    /// <summary>{0}: the item that came first, {1}: the department that waited for it.</summary>
    public static LocalizedText NotSent { get; } = new("「{0}」未獲受理，因此不再送交{1}", "“{0}”未获受理，因此不再送交{1}", "“{0}” was not accepted, so nothing goes to {1}");

    /// <summary>{0}: the department's own words.</summary>
    public static LocalizedText InTheirWords { get; } = new("部門說明：{0}", "部门说明：{0}", "In the department’s words: {0}");

    private static LocalizedText Unnamed { get; } = new("{0}更新了進度", "{0}更新了进度", "{0} has news");

    public static LocalizedText Of(ApplicationStatus status) => States[status];

    public static LocalizedText NextStep(ApplicationStatus status) => NextSteps[status];

    public static LocalizedText Of(DeliveryStatus status) => Deliveries[status];

    /// <summary>What a department says in a word that is new to us is still shown.</summary>
    public static LocalizedText Happened(string what) => Events.GetValueOrDefault(what, Unnamed);
}
