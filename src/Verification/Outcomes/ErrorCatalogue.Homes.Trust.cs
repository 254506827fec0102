namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A home provider was defined in a way that does not hold.</summary>
    public static ErrorDescriptor HomeDefinitionInvalid { get; } = new("CB6160", 422,
        new("登入平台的資料有誤，未有儲存", "登录平台的资料有误，未予保存", "The home provider's definition does not hold, and was not stored"),
        new("請按說明更正，再提交一次。", "请按说明更正，再提交一次。", "Correct it as described, and send it again."));

    /// <summary>There is no definition of a home provider of that number.</summary>
    public static ErrorDescriptor HomeUnknown { get; } = new("CB6161", 404,
        new("沒有這個登入平台", "没有该登录平台", "There is no such home provider"),
        new("請從列表中選取。", "请从列表中选取。", "Choose one from the list."));

    /// <summary>A step that does not fit what has become of a home provider.</summary>
    public static ErrorDescriptor HomeNotNow { get; } = new("CB6162", 409,
        new("現時不能對這個登入平台作這項操作", "现时不能对该登录平台进行此操作", "This cannot be done to that home provider now"),
        new("請重新載入頁面，看看現況再決定。", "请重新加载页面，查看现状后再决定。", "Load the page again, and decide by what it shows now."));

    /// <summary>Who asked for a change of a home provider cannot decide it as well.</summary>
    public static ErrorDescriptor HomeOwnProposal { get; } = new("CB6163", 403,
        new("提出者不能自行批准", "提出者不能自行批准", "Who asked for it cannot approve it"),
        new("請由另一位保安主任檢視並批准。", "请由另一位安全主管查看并批准。", "Ask another security officer to look at it and approve it."));

    /// <summary>Another officer changed the home providers first.</summary>
    public static ErrorDescriptor HomeRaced { get; } = new("CB6164", 409,
        new("另一位人員剛剛更改了登入平台", "另一位人员刚刚更改了登录平台", "Somebody else was faster"),
        new("請重新載入頁面，看看現況再決定。", "请重新加载页面，查看现状后再决定。", "Load the page again, and decide by what it shows now."));

    /// <summary>A home provider of the settings cannot be changed at the console.</summary>
    public static ErrorDescriptor HomeOfSettings { get; } = new("CB6165", 409,
        new("這個登入平台由系統設定管理", "该登录平台由系统设置管理", "This home provider stands in the settings"),
        new("請更改設定檔，或改用另一個名稱及簽發者。", "请更改设置文件，或改用另一名称及签发者。", "Change it in the settings, or use another scheme and issuer."));
}
