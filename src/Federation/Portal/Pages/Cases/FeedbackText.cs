using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Federation.Portal.Pages.Cases;

/// <summary>The words of the pages on which a resident says what they think of a case.</summary>
internal static class FeedbackText
{
    private static readonly LocalizedText[] Grades =
    [
        new("1 — 非常不滿意", "1 — 非常不满意", "1 — very dissatisfied"),
        new("2 — 不滿意", "2 — 不满意", "2 — dissatisfied"),
        new("3 — 一般", "3 — 基本满意", "3 — acceptable"),
        new("4 — 滿意", "4 — 满意", "4 — satisfied"),
        new("5 — 非常滿意", "5 — 非常满意", "5 — very satisfied"),
    ];

    public static LocalizedText Rate { get; } = new("評價這次服務", "评价本次服务", "Rate how it was handled");

    public static LocalizedText ChangeRating { get; } = new("更改評價", "修改评价", "Change your rating");

    /// <summary>{0}: 1 to 5 in words.</summary>
    public static LocalizedText Rated { get; } = new("您的評價：{0}", "您的评价：{0}", "Your rating: {0}");

    public static LocalizedText HowWasIt { get; } = new("您對這次辦理滿意嗎？", "您对本次办理满意吗？", "How satisfied are you?");

    public static LocalizedText Comment { get; } = new("您的意見（可不填）", "您的意见（选填）", "What you would like to say (optional)");

    public static LocalizedText RateHint { get; } = new(
        "評價後 30 日內可以更改。", "评价后30日内可以修改。", "You can change it for 30 days.");

    public static LocalizedText SendRating { get; } = new("提交評價", "提交评价", "Send the rating");

    public static LocalizedText Complain { get; } = new("向 12345 熱線投訴或查詢", "向12345热线投诉或咨询", "Complain or ask at the hotline 12345");

    public static LocalizedText ComplainLead { get; } = new(
        "我們會連同這個個案的編號送交熱線，並給您一個新的個案編號，方便查看回覆。",
        "我们会连同该办件编号转交热线，并给您一个新的办件编号，便于查看答复。",
        "It goes to the hotline with the number of this case, and gets a number of its own by which you can follow it.");

    public static LocalizedText Kind { get; } = new("您想", "您想", "You would like to");

    public static LocalizedText KindComplaint { get; } = new("投訴", "投诉", "complain");

    public static LocalizedText KindQuestion { get; } = new("查詢", "咨询", "ask a question");

    public static LocalizedText WhatHappened { get; } = new("請說明", "请说明", "Say what it is about");

    public static LocalizedText SendComplaint { get; } = new("送交熱線", "提交热线", "Send it to the hotline");

    /// <summary>Before the number of a case.</summary>
    public static LocalizedText Concerns { get; } = new("相關個案", "相关办件", "About the case");

    public static LocalizedText Of(int stars) => Grades[stars - 1];
}
