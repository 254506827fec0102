namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>The passphrase of a backup is short enough to be guessed.</summary>
    public static ErrorDescriptor BackupPassphraseWeak { get; } = new("CB6150", 422,
        new("備份密碼太短", "备份口令太短", "The passphrase of the backup is too short"),
        new("請使用最少 16 個字元的密碼。", "请使用至少 16 个字符的口令。", "Choose one of at least 16 characters."));

    /// <summary>A file is not a backup of trust and keys.</summary>
    public static ErrorDescriptor BackupNotOne { get; } = new("CB6151", 422,
        new("這個檔案並非備份", "此文件不是备份", "The file is not a backup"),
        new("請檢查檔案名稱。", "请检查文件名。", "Check its name."));

    /// <summary>A backup has a format, a table or a column that this version does not know.</summary>
    public static ErrorDescriptor BackupVersionForeign { get; } = new("CB6152", 422,
        new("備份由另一版本的系統寫成", "备份由另一版本的系统写成", "The backup is of another version"),
        new("請使用寫成此備份的版本，或更新版本。", "请使用写成此备份的版本或更新的版本。", "Use the version of the hub that wrote it, or a newer one."));

    /// <summary>A backup does not open with this passphrase.</summary>
    public static ErrorDescriptor BackupPassphraseWrong { get; } = new("CB6153", 422,
        new("備份密碼不正確", "备份口令不正确", "The passphrase does not open the backup"),
        new("請使用建立備份時的密碼。", "请使用创建备份时的口令。", "Use the one that it was made with."));

    /// <summary>A backup was changed or cut off.</summary>
    public static ErrorDescriptor BackupDamaged { get; } = new("CB6154", 422,
        new("備份已損壞或不完整", "备份已损坏或不完整", "The backup is damaged or cut off"),
        new("請使用另一份副本；切勿使用此檔案還原。", "请使用另一份副本；切勿使用此文件恢复。", "Take another copy of it. Nothing was restored."));

    /// <summary>A database holds trust already, and nobody said that it is to be replaced.</summary>
    public static ErrorDescriptor BackupWouldReplace { get; } = new("CB6155", 409,
        new("資料庫內已有信任資料", "数据库内已有信任数据", "The database holds trust and keys already"),
        new("如確定要取代，請加上 --replace 並輸入本系統的 issuer。", "如确定要替换，请加上 --replace 并输入本系统的 issuer。", "To replace them, add --replace and type the issuer of this hub."));

    /// <summary>A backup is of another hub, or another hub's name was typed.</summary>
    public static ErrorDescriptor BackupOfAnotherHub { get; } = new("CB6156", 409,
        new("備份屬於另一個系統", "备份属于另一个系统", "The backup is of another hub"),
        new("請檢查備份檔案、設定檔及輸入的 issuer。", "请检查备份文件、设置文件及输入的 issuer。", "Check the file, the settings and the issuer that was typed."));

    /// <summary>The audit log of a database and that of a backup do not go on from one another.</summary>
    public static ErrorDescriptor BackupLogApart { get; } = new("CB6157", 409,
        new("資料庫的審計紀錄並非備份的延續", "数据库的审计日志不是备份的延续", "The audit logs of the database and the backup have grown apart"),
        new("請加上 --keep-log 指定檔案，先保存現有審計紀錄。", "请加上 --keep-log 指定文件，先保存现有审计日志。", "Add --keep-log FILE: the log that is there is kept in it before it is replaced."));

    /// <summary>A file of a backup cannot be written, or would overwrite another.</summary>
    public static ErrorDescriptor BackupFileUnfit { get; } = new("CB6158", 409,
        new("未能寫入檔案", "无法写入文件", "The file cannot be written"),
        new("請選擇尚未存在的檔案名稱及可寫入的資料夾。", "请选择尚不存在的文件名及可写入的文件夹。", "Name a file that is not there yet, in a folder that can be written."));
}
