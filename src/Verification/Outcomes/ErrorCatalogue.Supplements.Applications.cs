namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A commitment to words that are not those of the catalogue now.</summary>
    public static ErrorDescriptor CommitmentTextOther { get; } = new("CB5140", 422,
        new("承諾書內容已更新", "承诺书内容已更新", "The words of the commitment have changed"),
        new("請重新閱讀承諾內容，同意後再提交。", "请重新阅读承诺内容，同意后再提交。", "Read the commitment as it is now, and agree to it again."));

    /// <summary>A material that nobody waits for is handed in to a case.</summary>
    public static ErrorDescriptor MaterialNotAwaited { get; } = new("CB5141", 422,
        new("目前沒有部門等候這份材料", "目前没有部门等待该材料", "No department waits for this material"),
        new("請只補交個案頁面列出的材料。", "请仅补交办件页面列出的材料。", "Hand in only what the page of the case lists."));

    /// <summary>Materials for a case that is withdrawn or over.</summary>
    public static ErrorDescriptor CaseTakesNoMaterials { get; } = new("CB5142", 409,
        new("這宗個案不能再補交材料", "该办件不能再补交材料", "This case takes no more materials"),
        new("個案已撤回或已結束；如仍要辦理，請重新申請。", "办件已撤回或已结束；如仍需办理，请重新申请。", "It is withdrawn or over. Apply again if you still need it."));
}
