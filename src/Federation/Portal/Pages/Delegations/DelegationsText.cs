using CrossBorder.Federation.Delegation;
using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Delegations;

internal static class DelegationsText
{
    public static LocalizedText Title { get; } = new("代辦授權", "代办授权", "Acting for others");

    public static LocalizedText Lead { get; } = new(
        "在這裡授權他人代您辦理，或接受他人的授權。授權可隨時撤回，即時生效。",
        "在这里授权他人代您办理，或接受他人的授权。授权可随时撤回，立即生效。",
        "Let somebody act for you here, or accept to act for somebody. You can end it at any time, and it ends at once.");

    public static LocalizedText New { get; } = new("授權他人代我辦理", "授权他人代我办理", "Let somebody act for me");

    public static LocalizedText HaveCode { get; } = new("我有授權碼，要代他人辦理", "我有授权码，要代他人办理", "I have a code and want to act for somebody");

    public static LocalizedText Given { get; } = new("我授權的人", "我授权的人", "Who may act for me");

    public static LocalizedText NoneGiven { get; } = new("您沒有授權任何人。", "您没有授权任何人。", "Nobody may act for you.");

    public static LocalizedText Taken { get; } = new("授權我的人", "授权我的人", "For whom I may act");

    public static LocalizedText NoneTaken { get; } = new("沒有人授權您代辦。", "没有人授权您代办。", "You may act for nobody.");

    public static LocalizedText History { get; } = new("已結束的授權", "已结束的授权", "Ended");

    public static LocalizedText NotAccepted { get; } = new("未有人接受", "尚未被接受", "Not accepted yet");

    public static LocalizedText Items { get; } = new("可代辦的服務", "可代办的事项", "Services");

    public static LocalizedText Until { get; } = new("有效至", "有效至", "Until");

    public static LocalizedText Relation { get; } = new("代辦人是", "代办人是", "Who acts is");

    public static LocalizedText Enterprise { get; } = new("統一社會信用代碼", "统一社会信用代码", "Unified social credit code");

    public static LocalizedText Withdraw { get; } = new("撤回授權", "撤回授权", "End this");

    public static LocalizedText GiveBack { get; } = new("我不再代辦", "我不再代办", "Stop acting");

    public static LocalizedText Act { get; } = new("代他辦理", "代其办理", "Act for them now");

    public static LocalizedText Done { get; } = new("已結束授權。", "授权已结束。", "It has ended.");

    public static LocalizedText Accepted { get; } = new("您已接受授權。", "您已接受授权。", "You accepted it.");

    public static LocalizedText AcceptedWaits { get; } = new(
        "您已接受授權。請帶同能證明親子關係的文件（例如出生證明書）到服務窗口，工作人員核對後即生效。",
        "您已接受授权。请携带能证明亲子关系的材料（例如出生医学证明）到服务窗口，工作人员核对后生效。",
        "You accepted it. Please bring a paper that shows that you are the parent, such as the birth certificate, to a counter; it holds once an officer has seen it.");

    public static LocalizedText Comma { get; } = new("、", "、", ", ");

    // Choosing
    public static LocalizedText NewTitle { get; } = new("授權他人代我辦理", "授权他人代我办理", "Let somebody act for me");

    public static LocalizedText Who { get; } = new("一、代辦人是我的甚麼人？", "一、代办人是我的什么人？", "1. Who will act for me?");

    public static LocalizedText What { get; } = new("二、讓他代辦哪些服務？", "二、让其代办哪些事项？", "2. For which services?");

    public static LocalizedText WhatHint { get; } = new(
        "輸入服務名稱，按「尋找」，再剔選。須您親自簽署的服務不能授權。",
        "输入事项名称，点“查找”，再勾选。须您本人签名的事项不能授权。",
        "Type what it is about, press “Find”, then tick. What needs your own signature cannot be given.");

    public static LocalizedText Find { get; } = new("尋找", "查找", "Find");

    public static LocalizedText FindLabel { get; } = new("尋找服務", "查找事项", "Find a service");

    public static LocalizedText HowLong { get; } = new("三、到甚麼時候？", "三、到什么时候？", "3. For how long?");

    public static LocalizedText Where { get; } = new("四、除本網站外，還可在哪裡代辦？", "四、除本网站外，还可在哪里代办？", "4. Where, beside these pages?");

    public static LocalizedText Documents { get; } = new(
        "讓這些服務取得我的證件號碼（敏感資料，一般不需要）", "让这些服务获取我的证件号码（敏感信息，一般不需要）", "These services may have the numbers of my documents (sensitive, seldom needed)");

    public static LocalizedText Next { get; } = new("下一步：細閱內容", "下一步：阅读内容", "Next: read what it means");

    public static LocalizedText LicencesFirst { get; } = new(
        "要授權企業經辦人，我們須查閱您的電子營業執照，確認您是法定代表人。", "要授权企业经办人，我们须查询您的电子营业执照，确认您是法定代表人。",
        "To authorise staff we have to look up your electronic business licence, to see that you are the legal representative.");

    public static LocalizedText AllowLicences { get; } = new("同意查閱電子證照", "同意查询电子证照", "Let my electronic licences be looked up");

    // Reading
    public static LocalizedText DocumentLabel { get; } = new(
        "代辦人證件號碼的最後 4 位（可不填；填了就只有這個人能用授權碼）", "代办人证件号码的最后 4 位（可不填；填了就只有此人能用授权码）",
        "Last 4 characters of their document number (may be left empty; if given, nobody else can use the code)");

    public static LocalizedText Give { get; } = new("我同意，給我授權碼", "我同意，给我授权码", "I agree, give me the code");

    public static LocalizedText Back { get; } = new("返回修改", "返回修改", "Back to change it");

    // The code
    public static LocalizedText CodeTitle { get; } = new("這是您的授權碼", "这是您的授权码", "This is the code");

    public static LocalizedText CodeLead { get; } = new(
        "請把授權碼交給代辦人。他以自己的帳戶登入本網站，在「代辦授權」輸入授權碼便可。", "请把授权码交给代办人。其使用自己的账户登录本网站，在“代办授权”中输入授权码即可。",
        "Hand it to the person who is to act for you. They sign in here as themselves and type it under “Acting for others”.");

    public static LocalizedText CodeWarning { get; } = new(
        "授權碼只顯示一次，用一次後失效。不要交給不認識的人，本服務的職員也不會向您索取。", "授权码只显示一次，使用一次后失效。不要交给不认识的人，本服务的工作人员也不会向您索要。",
        "It is shown once and can be used once. Give it to nobody you do not know; our staff never ask for it.");

    public static LocalizedText CodeUntil { get; } = new("授權碼有效至", "授权码有效至", "The code holds until");

    public static LocalizedText Scan { get; } = new("代辦人也可以用手機掃描", "代办人也可以用手机扫描", "They may also scan this with their phone");

    // Accepting
    public static LocalizedText AcceptTitle { get; } = new("代他人辦理", "代他人办理", "Act for somebody");

    public static LocalizedText CodeLabel { get; } = new("授權碼", "授权码", "Code");

    public static LocalizedText AcceptLead { get; } = new(
        "請核對是否您認識的人，以及要代辦的服務。", "请核对是否您认识的人，以及要代办的事项。", "Check that you know this person, and what you would do for them.");

    public static LocalizedText From { get; } = new("授權人", "授权人", "From");

    public static LocalizedText YouAre { get; } = new("您的身分", "您的身份", "You act as");

    public static LocalizedText AcceptDuty { get; } = new(
        "代辦時須如實填報，並以對方的利益行事。每次代辦都會記錄您的姓名，對方可以看到。", "代办时须如实填报，并以对方利益行事。每次代办都会记录您的姓名，对方可以看到。",
        "State only what is true, and act in their interest. Each time your name is kept, and they see it.");

    public static LocalizedText Accept { get; } = new("我願意代辦", "我愿意代办", "I accept");

    public static LocalizedText Decline { get; } = new("不接受", "不接受", "No");

    // For whom
    public static LocalizedText ForWhom { get; } = new("您現在為誰辦理？", "您现在为谁办理？", "For whom are you here?");

    public static LocalizedText ForMyself { get; } = new("為我自己", "为我本人", "For myself");

    /// <summary>{0}: name, {1}: what the agent is to them.</summary>
    public static LocalizedText For { get; } = new("為 {0}（您是其{1}）", "为 {0}（您是其{1}）", "For {0} (you are: {1})");

    // Banner and cases
    /// <summary>{0}: name.</summary>
    public static LocalizedText Banner { get; } = new("您正在代 {0} 辦理", "您正在代 {0} 办理", "You are acting for {0}");

    public static LocalizedText BackToMine { get; } = new("返回自己的事務", "返回本人事项", "Back to my own matters");

    /// <summary>{0}: name, {1}: what the agent is.</summary>
    public static LocalizedText FiledBy { get; } = new("由 {0}（{1}）代辦", "由 {0}（{1}）代办", "Filed by {0} ({1})");

    public static LocalizedText FiledByLabel { get; } = new("代辦人", "代办人", "Filed by");

    public static LocalizedText Days(int days) => days switch
    {
        1 => new("1 天", "1 天", "1 day"),
        7 => new("1 星期", "1 周", "1 week"),
        31 => new("1 個月", "1 个月", "1 month"),
        92 => new("3 個月", "3 个月", "3 months"),
        _ => new("1 年", "1 年", "1 year"),
    };

    public static LocalizedText StateOf(Mandate mandate) => mandate.State switch
    {
        MandateState.Offered => NotAccepted,
        MandateState.Confirming => new("等待工作人員核對文件", "等待工作人员核对材料", "Waits for an officer to see the papers"),
        MandateState.Active => new("有效", "有效", "In force"),
        _ => mandate.EndedBy switch
        {
            MandateEvent.Withdrawn => new("授權人已撤回", "授权人已撤回", "Ended by the person"),
            MandateEvent.GivenBack => new("代辦人已退出", "代办人已退出", "Ended by who acted"),
            // Of a relation that had to be proved, nothing was in force before it was.
            MandateEvent.EndedByOfficer when mandate.Proof is not null || !MandateRelation.Find(mandate.Relation)!.IsOfChild =>
                new("工作人員已終止", "工作人员已终止", "Ended by an officer"),
            MandateEvent.EndedByOfficer => new("未獲工作人員確認", "未获工作人员确认", "Not confirmed by an officer"),
            MandateEvent.CodeAbused => new("授權碼多次被他人試用，已停用", "授权码多次被他人试用，已停用", "Stopped: somebody else tried the code"),
            _ => new("已到期", "已到期", "Ran out"),
        },
    };
}
