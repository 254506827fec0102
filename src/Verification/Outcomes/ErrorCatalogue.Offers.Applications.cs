namespace CrossBorder.Verification.Outcomes;

/// <summary>Services that are offered before anybody asks.</summary>
public static partial class ErrorCatalogue
{
    /// <summary>There is no offer of that id.</summary>
    public static ErrorDescriptor OfferUnknown { get; } = new("CB5185", 404,
        new("找不到這項建議", "找不到该推荐事项", "There is no such offer"),
        new("它可能已失效，或您已關閉主動服務。請重新打開「主動服務」頁。", "它可能已失效，或您已关闭免申即享。请重新打开“免申即享”页。", "It may be over, or you may have turned offers off. Open the page “Services found for you” again."));
}
