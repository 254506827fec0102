namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A token of an agent whose mandate is over, or was withdrawn from this service.</summary>
    public static ErrorDescriptor MandateEnded { get; } = new("CB2090", 400,
        new("代辦授權已結束", "代办授权已结束", "The authorisation to act has ended"),
        new("請重新登入；如要繼續代辦，請授權人重新授權。", "请重新登录；如需继续代办，请授权人重新授权。", "Sign in again; to go on acting, ask to be authorised anew."));
}
