using System.Text.Json;

namespace CrossBorder.Adapters.Shared;

/// <summary>What the JSON reader throws where a partner's answer has not the agreed shape.</summary>
internal static class JsonFaults
{
    public static bool IsOne(Exception fault) => fault
        is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentOutOfRangeException;
}
