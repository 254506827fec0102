using System.Text.Json.Serialization;

namespace CrossBorder.Federation.Hosting;

/// <summary>Problem details (RFC 9457) with our code, what to do next, and the trace id to report.</summary>
internal sealed record ProblemBody(
    string Type, string Title, int Status, string Detail, string Code, string NextStep, string TraceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ProblemFault>? Errors = null)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SigningHint? Signing { get; init; }
}

/// <summary>How an application comes to its signature.</summary>
/// <param name="Need">step-up, digital or either.</param>
/// <param name="Begin">Where a signing begins.</param>
internal sealed record SigningHint(string Need, string Begin);

/// <summary>One of several faults; the pointer (RFC 6901) leads to the faulty part of the body.</summary>
internal sealed record ProblemFault(string Pointer, string Code, string Detail);
