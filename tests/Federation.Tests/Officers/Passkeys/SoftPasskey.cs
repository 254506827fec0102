using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace CrossBorder.Federation.Tests.Officers.Passkeys;

/// <summary>An authenticator in software (Web Authentication Level 3 section 6), which can be told to do wrong.</summary>
internal sealed class SoftPasskey : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private uint counter;

    public byte[] Id { get; init; } = RandomNumberGenerator.GetBytes(32);

    /// <summary>Whom it says that it belongs to; learnt as it is made.</summary>
    public string? UserHandle { get; set; }

    public string Origin { get; set; } = "http://localhost";

    public string Domain { get; set; } = "localhost";

    public bool CrossOrigin { get; set; }

    public bool UserVerified { get; set; } = true;

    public bool CountsBackwards { get; set; }

    public string Create(string options)
    {
        using var json = JsonDocument.Parse(options);
        UserHandle = json.RootElement.GetProperty("user").GetProperty("id").GetString();
        var point = key.ExportParameters(false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Head(0x40), .. new byte[16], 0, (byte)Id.Length, .. Id, .. cose];
        byte[] attestation =
        [
            0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0,
            0x68, .. "authData"u8, 0x58, checked((byte)data.Length), .. data,
        ];
        return Credential(new
        {
            clientDataJSON = Text(ClientData(json, "webauthn.create")),
            attestationObject = Text(attestation),
            transports = new[] { "internal" },
        });
    }

    public string Get(string options)
    {
        using var json = JsonDocument.Parse(options);
        var client = ClientData(json, "webauthn.get");
        var data = Head(0);
        return Credential(new
        {
            clientDataJSON = Text(client),
            authenticatorData = Text(data),
            signature = Text(key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            userHandle = UserHandle,
        });
    }

    public void Dispose() => key.Dispose();

    private byte[] Head(byte more)
    {
        counter = CountsBackwards ? 1 : counter + 1;
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Domain)), (byte)(more | 0x01 | (UserVerified ? 0x04 : 0)), .. count];
    }

    private byte[] ClientData(JsonDocument options, string type) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type, challenge = options.RootElement.GetProperty("challenge").GetString(), origin = Origin, crossOrigin = CrossOrigin,
    });

    private string Credential(object response) => JsonSerializer.Serialize(new
    {
        id = Text(Id), rawId = Text(Id), type = "public-key", clientExtensionResults = new { }, authenticatorAttachment = "platform", response,
    });

    private static string Text(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
