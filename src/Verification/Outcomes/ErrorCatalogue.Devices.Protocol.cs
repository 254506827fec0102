namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>No device waits with the code that a resident typed, or its time is over.</summary>
    public static ErrorDescriptor UserCodeUnknown { get; } = new("CB2020", 400,
        new("代碼不對或已過期", "代码不对或已过期", "This code is wrong or too old"),
        new("請核對自助服務機畫面上的代碼；如超過十分鐘，請在機上重新開始。", "请核对自助服务机屏幕上的代码；如超过十分钟，请在机上重新开始。", "Compare it with the code on the kiosk. After ten minutes, start again there."));

    /// <summary>A resident typed too many codes that no device waits with.</summary>
    public static ErrorDescriptor UserCodeTries { get; } = new("CB2021", 429,
        new("輸入錯誤的代碼太多次", "输入错误的代码次数太多", "Too many wrong codes"),
        new("請等十分鐘再試，或請職員協助。", "请等十分钟再试，或请工作人员协助。", "Wait ten minutes and try again, or ask the staff."));
}
