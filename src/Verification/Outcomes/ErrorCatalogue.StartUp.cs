namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A setting is missing or does not hold; the hub does not start.</summary>
    public static ErrorDescriptor SettingInvalid { get; } = new("CB1001", 500,
        new("系統設定有誤", "系统配置有误", "A setting is missing or wrong"),
        new("請管理員按訊息更正設定後重新啟動。", "请管理员按提示更正配置后重新启动。", "Correct the named setting and start again."));

    /// <summary>A development key, certificate or secret was found outside Development; the hub does not start.</summary>
    public static ErrorDescriptor DevelopmentMaterialOutsideDevelopment { get; } = new("CB1002", 500,
        new("正式環境不可使用開發用金鑰", "正式环境不得使用开发密钥", "Development keys are refused outside Development"),
        new("請換上正式簽發的金鑰和證書。", "请换用正式签发的密钥和证书。", "Install keys and certificates issued for this environment."));

    /// <summary>The catalogue of items does not hold; the hub does not start.</summary>
    public static ErrorDescriptor CatalogueInvalid { get; } = new("CB1003", 500,
        new("事項目錄有誤", "事项目录有误", "The catalogue of items is wrong"),
        new("請更正訊息所指的事項。", "请更正提示所指的事项。", "Correct the item that the message names."));

    /// <summary>The database is of another version than the hub; the hub does not start.</summary>
    public static ErrorDescriptor DatabaseNotMigrated { get; } = new("CB1004", 500,
        new("資料庫版本不符", "数据库版本不符", "The database is of another version"),
        new("請管理員先備份資料庫，再執行 database migrate。", "请管理员先备份数据库，再执行 database migrate。", "Back the database up, then run `database migrate`."));
}
