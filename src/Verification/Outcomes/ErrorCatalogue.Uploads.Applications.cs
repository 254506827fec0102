namespace CrossBorder.Verification.Outcomes;

/// <summary>Uploads on their way.</summary>
public static partial class ErrorCatalogue
{
    // Not 408: browsers may send the same again by themselves.
    /// <summary>An upload comes more slowly than the hub waits for.</summary>
    public static ErrorDescriptor MaterialTooSlow { get; } = new("CB5210", 400,
        new("上載太慢，已經中斷", "上传过慢，已中断", "The upload came too slowly"),
        new("請改用較快的網絡再次上載，或上載較小的檔案。", "请改用较快的网络重新上传，或上传较小的文件。", "Send it again over a better line, or send a smaller file."));
}
