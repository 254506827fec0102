namespace CrossBorder.Verification.Outcomes;

public static partial class ErrorCatalogue
{
    /// <summary>An application without an Idempotency-Key header, or with one that is not 1 to 200 visible characters.</summary>
    public static ErrorDescriptor IdempotencyKeyMissing { get; } = new("CB5001", 400,
        new("缺少有效的 Idempotency-Key", "缺少有效的 Idempotency-Key", "A valid Idempotency-Key is missing"),
        new("請為每宗申請附上一個新的 Idempotency-Key，重試時沿用同一個。", "请为每件申请附上一个新的 Idempotency-Key，重试时沿用同一个。", "Send a new Idempotency-Key with each application, and the same one when you retry it."));

    /// <summary>The same Idempotency-Key came with another body.</summary>
    public static ErrorDescriptor IdempotencyKeyReused { get; } = new("CB5002", 409,
        new("此 Idempotency-Key 已用於另一宗申請", "此 Idempotency-Key 已用于另一件申请", "This Idempotency-Key was used for another application"),
        new("如要提交新的申請，請改用新的 Idempotency-Key。", "如需提交新的申请，请换用新的 Idempotency-Key。", "Use a new Idempotency-Key for a new application."));

    /// <summary>No item or bundle has this code.</summary>
    public static ErrorDescriptor ItemUnknown { get; } = new("CB5003", 404,
        new("找不到此事項", "找不到该事项", "There is no such item"),
        new("請在事項目錄中重新搜尋。", "请在事项目录中重新查找。", "Search the catalogue for it again."));

    /// <summary>The application names no item or bundle of the catalogue, or both an item and a bundle.</summary>
    public static ErrorDescriptor ApplicationItemUnknown { get; } = new("CB5004", 422,
        new("申請所指的事項不存在", "申请所指的事项不存在", "The application does not name one item or bundle"),
        new("請填寫一個事項或一個套餐的編號。", "请填写一个事项或一个“一件事”的编号。", "Name one item or one bundle by its code."));

    /// <summary>The item is done at a counter only.</summary>
    public static ErrorDescriptor ItemNotOnline { get; } = new("CB5005", 422,
        new("此事項須親身到窗口辦理", "该事项须到窗口现场办理", "This item can be done only at a counter"),
        new("請帶同所需文件到該部門的窗口辦理。", "请携带所需材料到该部门窗口办理。", "Go to the department’s counter with the documents that the item lists."));

    /// <summary>A required field of the form is empty and the hub cannot fill it in.</summary>
    public static ErrorDescriptor FieldMissing { get; } = new("CB5010", 422,
        new("欄位未填寫", "字段未填写", "A required field is missing"),
        new("請填寫訊息所指的欄位。", "请填写提示所指的字段。", "Fill in the field that the message names."));

    /// <summary>A field of the form does not have the form of its type.</summary>
    public static ErrorDescriptor FieldInvalid { get; } = new("CB5011", 422,
        new("欄位格式不正確", "字段格式不正确", "A field is not filled in correctly"),
        new("請按欄位的類型更正。", "请按字段类型更正。", "Correct the field: its type is in the item’s description."));

    /// <summary>The form holds a field that the item does not ask for.</summary>
    public static ErrorDescriptor FieldUnknown { get; } = new("CB5012", 422,
        new("表格包含此事項不需要的欄位", "表单包含该事项不需要的字段", "The form holds a field that the item does not ask for"),
        new("請刪除該欄位。", "请删除该字段。", "Leave that field out."));

    /// <summary>The verified identity lacks an attribute that the item needs.</summary>
    public static ErrorDescriptor IdentityAttributeMissing { get; } = new("CB5013", 422,
        new("已核實的身份缺少此事項所需的資料", "已核验的身份缺少该事项所需的信息", "The verified identity lacks what this item needs"),
        new("請先在身份提供方補充該項資料，再重新登入。", "请先在身份提供方补充该项信息，再重新登录。", "Add it at your home identity provider and sign in again."));

    /// <summary>A material is neither uploaded nor waived, committed to or deferred.</summary>
    public static ErrorDescriptor MaterialMissing { get; } = new("CB5014", 422,
        new("尚欠材料", "尚缺材料", "A material is missing"),
        new("請上載該材料，或按事項說明作出承諾或稍後補交。", "请上传该材料，或按事项说明作出承诺或容缺后补。", "Upload it, or commit to or defer it where the item allows that."));

    /// <summary>A material id that this resident did not upload under that slug.</summary>
    public static ErrorDescriptor MaterialUnknown { get; } = new("CB5015", 422,
        new("找不到所指的已上載材料", "找不到所指的已上传材料", "There is no such uploaded material"),
        new("請重新上載，並使用回應中的編號。", "请重新上传，并使用返回的编号。", "Upload it again and use the id of the answer."));

    /// <summary>A material that the item does not ask for.</summary>
    public static ErrorDescriptor MaterialNotAsked { get; } = new("CB5016", 422,
        new("此事項不需要所提交的材料", "该事项不需要所提交的材料", "The item does not ask for this material"),
        new("請刪除該材料。", "请删除该材料。", "Leave that material out."));

    /// <summary>A commitment for a material that cannot be settled by one.</summary>
    public static ErrorDescriptor CommitmentNotAllowed { get; } = new("CB5017", 422,
        new("此材料不可以承諾代替", "该材料不适用告知承诺", "This material cannot be replaced by a commitment"),
        new("請上載該材料。", "请上传该材料。", "Upload the material."));

    /// <summary>A deferral of a material that cannot be handed in later.</summary>
    public static ErrorDescriptor DeferralNotAllowed { get; } = new("CB5018", 422,
        new("此材料不可稍後補交", "该材料不可容缺后补", "This material cannot be handed in later"),
        new("請上載該材料。", "请上传该材料。", "Upload the material."));

    /// <summary>The body is not an application at all.</summary>
    public static ErrorDescriptor ApplicationMalformed { get; } = new("CB5019", 400,
        new("申請內容無法讀取", "申请内容无法读取", "The application cannot be read"),
        new("請按介面說明以 JSON 提交。", "请按接口说明以 JSON 提交。", "Send JSON as the API description says."));

    /// <summary>A file of more than 20 MB.</summary>
    public static ErrorDescriptor MaterialTooLarge { get; } = new("CB5020", 413,
        new("檔案超過 20 MB", "文件超过 20 MB", "The file is larger than 20 MB"),
        new("請壓縮或分拆檔案後再上載。", "请压缩或拆分文件后再上传。", "Make the file smaller and upload it again."));

    /// <summary>A file that is by its content no PDF, JPEG, PNG or HEIC.</summary>
    public static ErrorDescriptor MaterialTypeRefused { get; } = new("CB5021", 415,
        new("不接受此類檔案", "不支持该类型的文件", "This kind of file is not accepted"),
        new("請上載 PDF、JPEG、PNG 或 HEIC 檔案。", "请上传 PDF、JPEG、PNG 或 HEIC 文件。", "Upload a PDF, JPEG, PNG or HEIC file."));

    /// <summary>An upload without the parts `file` and `slug`, or with an unknown slug.</summary>
    public static ErrorDescriptor MaterialMalformed { get; } = new("CB5022", 400,
        new("上載內容不完整", "上传内容不完整", "The upload is incomplete"),
        new("請同時提供檔案和材料代號。", "请同时提供文件和材料代号。", "Send the parts file and slug, the slug as the item lists it."));

    /// <summary>A department asked for a material that no delivery to it names.</summary>
    public static ErrorDescriptor DeliveredMaterialUnknown { get; } = new("CB5023", 404,
        new("找不到此送遞的材料", "找不到该投递的材料", "There is no such material of a delivery"),
        new("請使用申請信封內所列的網址。", "请使用申请信封内所列的网址。", "Use the address that the envelope gives, with the client of the department that received it."));

    /// <summary>The sign-in is not strong enough for this item.</summary>
    public static ErrorDescriptor AssuranceInsufficient { get; } = new("CB5030", 401,
        new("此事項需要較高等級的身份核實", "该事项需要更高等级的身份核验", "This item needs a stronger sign-in"),
        new("請按提示以較高等級重新登入。", "请按提示以更高等级重新登录。", "Sign in again at the level asked for."));

    /// <summary>The session behind the token has ended or belongs to somebody else.</summary>
    public static ErrorDescriptor SessionUnknown { get; } = new("CB5031", 401,
        new("登入已失效", "登录已失效", "The sign-in has ended"),
        new("請重新登入。", "请重新登录。", "Sign in again."));

    /// <summary>No case of this number belongs to the caller.</summary>
    public static ErrorDescriptor CaseUnknown { get; } = new("CB5040", 404,
        new("找不到此個案", "找不到该办件", "There is no such case"),
        new("請核對個案編號。", "请核对办件编号。", "Check the case number."));

    /// <summary>The case has come to its end and cannot be withdrawn.</summary>
    public static ErrorDescriptor CaseNotWithdrawable { get; } = new("CB5041", 409,
        new("此個案已辦結，不能撤回", "该办件已办结，不能撤回", "The case is finished and cannot be withdrawn"),
        new("如有疑問，請聯絡辦理部門。", "如有疑问，请联系办理部门。", "Contact the department if something is wrong."));

    /// <summary>There is no signed receipt yet, so there is no evidence to export.</summary>
    public static ErrorDescriptor EvidenceNotReady { get; } = new("CB5042", 409,
        new("尚未有可匯出的憑證", "暂无可导出的凭证", "There is no evidence to export yet"),
        new("請在部門發出回執後再試。", "请在部门出具回执后再试。", "Try again once a department has sent its receipt."));

    /// <summary>The hub has no connection settings for a department of the catalogue.</summary>
    public static ErrorDescriptor DepartmentNotConnected { get; } = new("CB5050", 503,
        new("該部門尚未接通", "该部门尚未接通", "The department is not connected"),
        new("申請已保留，部門接通後會自動送出。", "申请已保留，部门接通后自动送出。", "Nothing to do: the application is kept and sent once the department is connected."));
}
