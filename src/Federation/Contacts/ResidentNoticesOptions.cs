using CrossBorder.Federation.Notices;

namespace CrossBorder.Federation.Contacts;

/// <summary>Section <c>ResidentNotices</c>: how hard the hub tries to reach residents by mail. The mail server stands in it under <c>Email</c>.</summary>
internal sealed class ResidentNoticesOptions : NoticeQueueOptions;

internal sealed class ResidentNoticesOptionsValidator() : NoticeQueueOptionsValidator<ResidentNoticesOptions>("ResidentNotices");
