namespace CrossBorder.Verification.Outcomes;

/// <summary>Uploads that are scanned.</summary>
public static partial class ErrorCatalogue
{
    /// <summary>A scanner found something harmful in an upload.</summary>
    public static ErrorDescriptor MaterialInfected { get; } = new("CB5173", 422,
        new("檔案內含有害內容", "文件含有有害内容", "The file holds something harmful"),
        new("請用防毒軟件檢查裝置，重新製作檔案後再上載。", "请用杀毒软件检查设备，重新生成文件后再上传。", "Check your device for viruses, make the file anew and upload it again."));

    /// <summary>The scanner of uploads does not answer.</summary>
    public static ErrorDescriptor MaterialNotScanned { get; } = new("CB5174", 503,
        new("暫時未能檢查檔案", "暂时无法检查文件", "The file could not be checked just now"),
        new("請於數分鐘後再上載；其他已填寫的內容不受影響。", "请几分钟后再上传；其他已填写的内容不受影响。", "Upload it again in a few minutes. Nothing else that you entered is affected."));
}
