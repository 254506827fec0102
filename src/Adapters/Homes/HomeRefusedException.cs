using CrossBorder.Verification.Outcomes;

namespace CrossBorder.Adapters.Homes;

/// <summary>Carries a refusal through the stock handler, which knows exceptions only. It never leaves this folder.</summary>
internal sealed class HomeRefusedException(Error error) : Exception(error.ToString())
{
    public Error Error { get; } = error;
}
