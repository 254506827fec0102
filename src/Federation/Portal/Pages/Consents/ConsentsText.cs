using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Consents;

internal static class ConsentsText
{
    public static LocalizedText Title { get; } = new("我同意過的服務", "我的授权", "Services I agreed to");

    public static LocalizedText Lead { get; } = new(
        "以下是您同意取得您資料的服務。撤回後，該服務即時不能再經本服務取得您的資料。",
        "以下是您同意获取您信息的服务。撤回后，该服务立即不能再通过本服务获取您的信息。",
        "These services get your data because you agreed. Once you withdraw, a service gets no more of it through us, at once.");

    public static LocalizedText None { get; } = new("您沒有同意過任何服務。", "您没有授权过任何服务。", "You have not agreed to any service.");

    public static LocalizedText GivenAt { get; } = new("同意時間", "授权时间", "Agreed on");

    public static LocalizedText WithdrawnAt { get; } = new("已於以下時間撤回", "已于以下时间撤回", "Withdrawn on");

    public static LocalizedText WhatYouRead { get; } = new("您當時看到的內容", "您当时看到的内容", "What you read when you agreed");

    public static LocalizedText Withdraw { get; } = new("撤回同意", "撤回授权", "Withdraw");
}
