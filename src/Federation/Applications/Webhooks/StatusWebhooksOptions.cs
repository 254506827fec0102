using CrossBorder.Federation.Notices;

namespace CrossBorder.Federation.Applications.Webhooks;

/// <summary>Section <c>StatusWebhooks</c>: how hard the hub tries to tell clients of their cases.</summary>
internal sealed class StatusWebhooksOptions : NoticeQueueOptions;

internal sealed class StatusWebhooksOptionsValidator() : NoticeQueueOptionsValidator<StatusWebhooksOptions>("StatusWebhooks");
