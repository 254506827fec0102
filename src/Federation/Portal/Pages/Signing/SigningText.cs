using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Signing;

/// <summary>The words of the pages on which an application is signed.</summary>
internal static class SigningText
{
    public static LocalizedText Title { get; } = new("簽署申請", "签署申请", "Sign your application");

    public static LocalizedText Lead { get; } = new(
        "請核對以下內容。簽署後申請才會提交；之後不能更改。",
        "请核对以下内容。签署后申请才会提交，提交后不能修改。",
        "Please read this through. Your application is submitted only once you have signed it, and cannot be changed after that.");

    public static LocalizedText Document { get; } = new("您要簽署的內容", "您要签署的内容", "What you sign");

    public static LocalizedText Declaration { get; } = new("聲明", "声明", "Declaration");

    public static LocalizedText Applicant { get; } = new("申請人", "申请人", "Applicant");

    public static LocalizedText Recipient { get; } = new("送交", "提交至", "Goes to");

    public static LocalizedText Uploaded { get; } = new("已上載", "已上传", "Uploaded");

    public static LocalizedText Committed { get; } = new("以承諾代替", "以告知承诺代替", "Replaced by your commitment");

    public static LocalizedText Later { get; } = new("稍後補交", "稍后补交", "Handed in later");

    public static LocalizedText ByPhone { get; } = new("以智方便＋簽署", "用智方便＋签署", "Sign with iAM Smart+");

    public static LocalizedText ByPhoneLead { get; } = new(
        "您的手機會顯示這項申請的名稱。手機只會收到一個核對碼，不會收到申請內容。",
        "您的手机会显示该申请的名称。手机只会收到一个校验码，不会收到申请内容。",
        "Your phone shows the name of this application. It gets a check code only, and nothing of what you filled in.");

    public static LocalizedText ByStepUp { get; } = new("再次確認身分", "再次验证身份", "Prove once more that it is you");

    public static LocalizedText ByStepUpLead { get; } = new(
        "您會返回登入頁面確認身分，然後回到這裏確認提交。",
        "您将返回登录页面验证身份，然后回到这里确认提交。",
        "You go back to your sign-in for a moment, then come back here to confirm.");

    public static LocalizedText Or { get; } = new("或者", "或者", "Or");

    public static LocalizedText Proved { get; } = new("身分已確認。請在五分鐘內確認提交。", "身份已验证。请在五分钟内确认提交。", "You have proved that it is you. Please confirm within five minutes.");

    public static LocalizedText Confirm { get; } = new("我確認以上聲明並提交申請", "我确认以上声明并提交申请", "I confirm the declaration and submit");

    public static LocalizedText Waiting { get; } = new("請在手機上簽署", "请在手机上签署", "Sign on your phone");

    public static LocalizedText WaitingLead { get; } = new(
        "請以手機掃描下面的圖案，或在這部裝置上開啟智方便。簽署後，本頁會自動更新並提交申請。",
        "请用手机扫描下面的图案，或在本设备上打开智方便。签署后，本页会自动更新并提交申请。",
        "Scan this with your phone, or open iAM Smart on this device. Once you have signed, this page goes on by itself and submits your application.");

    public static LocalizedText Pattern { get; } = new("供手機掃描的圖案，內含簽署網址", "供手机扫描的图案，内含签署网址", "Pattern for your phone, with the address at which to sign");

    public static LocalizedText Open { get; } = new("在這部裝置上開啟", "在本设备上打开", "Open on this device");

    public static LocalizedText LookAgain { get; } = new("已簽署？按此更新", "已签署？点此更新", "Signed already? Look again");

    /// <summary>{0}: time of day.</summary>
    public static LocalizedText Until { get; } = new("請於 {0} 前簽署。", "请在 {0} 前签署。", "Please sign before {0}.");

    public static LocalizedText Again { get; } = new("再簽署一次", "重新签署", "Sign once more");

    public static LocalizedText FormAnew { get; } = new("改為重新填寫申請", "改为重新填写申请", "Fill in the form anew instead");

    public static LocalizedText Changed { get; } = new(
        "自您上次簽署後，以下內容有改動", "自您上次签署后，以下内容有变动", "Since you signed before, this has changed");

    /// <summary>{0}: what it is about, {1}: before, {2}: now.</summary>
    public static LocalizedText ChangedFrom { get; } = new("{0}：原為「{1}」，現為「{2}」", "{0}：原为“{1}”，现为“{2}”", "{0}: it was “{1}” and is now “{2}”");

    /// <summary>{0}: what it is about, {1}: now.</summary>
    public static LocalizedText ChangedNew { get; } = new("{0}：新加入「{1}」", "{0}：新增“{1}”", "{0}: new, “{1}”");

    /// <summary>{0}: what it is about.</summary>
    public static LocalizedText ChangedGone { get; } = new("{0}：不再需要", "{0}：不再需要", "{0}: no longer asked for");

    /// <summary>{0}: the material.</summary>
    public static LocalizedText ChangedWords { get; } = new("{0}：承諾內容已更新", "{0}：承诺内容已更新", "{0}: the words of the commitment are other ones");

    /// <summary>{0}: the service.</summary>
    public static LocalizedText ChangedTerms { get; } = new(
        "「{0}」的事項說明（例如辦理時限、所需文件）已更新", "“{0}”的事项说明（例如办理时限、所需材料）已更新", "“{0}”: what is said of this service, such as its time limits or documents, was updated");

    public static LocalizedText Kept { get; } = new("申請沒有提交，您填寫的內容已經保留。", "申请未提交，您填写的内容已保留。", "Your application was not submitted. What you filled in is kept.");

    /// <summary>{0}: what is applied for.</summary>
    public static LocalizedText Unfiled { get; } = new(
        "「{0}」尚未提交：請打開這裏完成簽署及提交。", "“{0}”尚未提交：请打开这里完成签署和提交。",
        "“{0}” is not submitted yet: open this to sign and submit it.");

    public static LocalizedText Signed { get; } = new("已簽署", "已签署", "Signed");

    public static LocalizedText SignedLead { get; } = new(
        "您的簽署已經核實。請返回您使用的應用程式，申請會在那裏提交。",
        "您的签署已验证。请返回您使用的应用，申请将在那里提交。",
        "Your signature is verified. Go back to the app that you came from: it submits your application.");

    public static LocalizedText Returned { get; } = new("請返回原來的畫面", "请返回原来的页面", "Go back to where you began");

    public static LocalizedText ReturnedLead { get; } = new(
        "手機上的步驟已經完成。請返回您開始簽署的畫面，結果會在那裏顯示；您可以關閉這一頁。",
        "手机上的步骤已完成。请返回您开始签署的页面查看结果；您可以关闭本页。",
        "That is all on this device. The result appears on the screen where you began; you can close this page.");
}
