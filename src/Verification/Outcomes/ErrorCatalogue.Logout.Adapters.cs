namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A relying party that should hear of a sign-out does not answer.</summary>
    public static ErrorDescriptor LogoutUnreachable { get; } = new("CB4040", 503,
        new("暫時未能通知服務登出", "暂时无法通知服务退出", "A service could not be told of the sign-out"),
        new("系統會繼續嘗試；您亦可自行在該服務登出。", "系统会继续尝试；您也可以自行在该服务退出登录。", "It is tried again by itself. You can also sign out at that service."));

    /// <summary>A relying party answered that it did not end its session.</summary>
    public static ErrorDescriptor LogoutRefused { get; } = new("CB4041", 502,
        new("服務沒有確認登出", "服务没有确认退出", "A service did not confirm the sign-out"),
        new("系統會繼續嘗試；您亦可自行在該服務登出。", "系统会继续尝试；您也可以自行在该服务退出登录。", "It is tried again by itself. You can also sign out at that service."));
}
