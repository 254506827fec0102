namespace CrossBorder.Federation.OpenIdConnect.Devices;

/// <summary>A device that waits for a resident to agree (RFC 8628).</summary>
/// <param name="ClientId">Whose device it is.</param>
/// <param name="UserCode">The code that it shows.</param>
/// <param name="Scopes">What it asked for.</param>
internal sealed record DeviceRequest(string ClientId, string UserCode, IReadOnlyList<string> Scopes);
