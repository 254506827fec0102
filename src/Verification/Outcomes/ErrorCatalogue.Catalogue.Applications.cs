namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>A version of the catalogue was imported under a name that another one has.</summary>
    public static ErrorDescriptor CatalogueVersionKnown { get; } = new("CB5160", 409,
        new("這個版本名稱已被使用", "该版本名称已被使用", "A version of this name exists already"),
        new("請在檔案中改用新的版本名稱，再匯入一次。", "请在文件中改用新的版本名称，再导入一次。", "Give the file a version of its own, and import it again."));

    /// <summary>There is no version of the catalogue of that name.</summary>
    public static ErrorDescriptor CatalogueVersionUnknown { get; } = new("CB5161", 404,
        new("沒有這個版本的事項目錄", "没有该版本的事项目录", "There is no such version of the catalogue"),
        new("請從目錄版本列表中選取。", "请从目录版本列表中选取。", "Choose one from the list of versions."));

    /// <summary>A step that does not fit what has become of a version of the catalogue.</summary>
    public static ErrorDescriptor CatalogueVersionNotNow { get; } = new("CB5162", 409,
        new("這個版本不能再作這項操作", "该版本不能再进行此操作", "This can no longer be done to that version"),
        new("只有草擬版本可以發布；已生效的版本要由新版本取代。", "只有草稿可以发布；已生效的版本须由新版本取代。", "Only a draft is published; what is in force is replaced by a new version."));

    /// <summary>Who imported a version of the catalogue cannot publish it as well.</summary>
    public static ErrorDescriptor CatalogueVersionOwn { get; } = new("CB5163", 403,
        new("匯入者不能自行發布", "导入者不能自行发布", "Who imported a version cannot publish it"),
        new("請由另一位保安主任檢視並發布。", "请由另一位安全主管查看并发布。", "Ask another security officer to look at it and publish it."));

    /// <summary>Another officer changed the versions of the catalogue first.</summary>
    public static ErrorDescriptor CatalogueVersionRaced { get; } = new("CB5164", 409,
        new("另一位人員剛剛更改了目錄版本", "另一位人员刚刚更改了目录版本", "Somebody else was faster"),
        new("請重新載入頁面，看看現況再決定。", "请重新加载页面，查看现状后再决定。", "Load the page again, and decide by what it shows now."));

    /// <summary>What was to be imported is no catalogue that holds.</summary>
    public static ErrorDescriptor CatalogueDraftInvalid { get; } = new("CB5165", 422,
        new("匯入的事項目錄有誤，未有儲存", "导入的事项目录有误，未予保存", "The catalogue does not hold, and was not stored"),
        new("請按說明更正檔案，再匯入一次。", "请按说明更正文件，再导入一次。", "Correct the file as described, and import it again."));
}
