using System.Diagnostics;
using OpenTelemetry;

namespace CrossBorder.Federation.Hosting.Operations;

/// <summary>
/// A span keeps the mapped route of what we were asked and the host of what we ask: paths hold case numbers and queries codes,
/// and who reads traces need not know either.
/// </summary>
internal sealed class AddressesOutOfTraces : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        data.SetTag("url.query", null);
        if (data.GetTagItem("url.path") is not null)
            data.SetTag("url.path", data.GetTagItem("http.route"));
        if (data.GetTagItem("url.full") is string full)
            data.SetTag("url.full", Uri.TryCreate(full, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : null);
    }
}
