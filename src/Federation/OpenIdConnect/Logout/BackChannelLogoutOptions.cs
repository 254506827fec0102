using CrossBorder.Federation.Notices;

namespace CrossBorder.Federation.OpenIdConnect.Logout;

/// <summary>Section <c>BackChannelLogout</c>: how hard the hub tries to tell relying parties.</summary>
internal sealed class BackChannelLogoutOptions : NoticeQueueOptions;

internal sealed class BackChannelLogoutOptionsValidator() : NoticeQueueOptionsValidator<BackChannelLogoutOptions>("BackChannelLogout");
