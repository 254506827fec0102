namespace CrossBorder.Verification.Outcomes;

/// <summary>Services that are offered before anybody asks, and forms that were opened before they changed.</summary>
public static partial class ErrorCatalogue
{
    /// <summary>There is no offer of that id.</summary>
    public static ErrorDescriptor OfferUnknown { get; } = new("CB5185", 404,
        new("找不到這項建議", "找不到该推荐事项", "There is no such offer"),
        new("它可能已失效，或您已關閉主動服務。請重新打開「主動服務」頁。", "它可能已失效，或您已关闭免申即享。请重新打开“免申即享”页。", "It may be over, or you may have turned offers off. Open the page “Services found for you” again."));

    /// <summary>The form of an item changed while somebody filled it in.</summary>
    public static ErrorDescriptor FormOutdated { get; } = new("CB5186", 409,
        new("您填寫期間，這份表格更新了", "您填写期间，该表单已更新", "The form changed while you filled it in"),
        new("您已填寫的內容仍然保留。請核對以下各項，再遞交一次。", "您已填写的内容仍然保留。请核对以下各项，再次提交。", "What you entered is still here. Check the form below and send it again."));
}
