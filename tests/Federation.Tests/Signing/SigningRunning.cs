using CrossBorder.Testing;

namespace CrossBorder.Federation.Tests.Signing;

/// <summary>Hub, gateway and iAM Smart, once for the tests of a class.</summary>
public sealed class SigningRunning : SandboxFixture, IAsyncLifetime
{
    public ValueTask InitializeAsync() => new(StartAsync(iamSmart: true));
}
