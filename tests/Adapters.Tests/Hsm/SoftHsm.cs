using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CrossBorder.Adapters.Hsm;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace CrossBorder.Adapters.Tests.Hsm;

/// <summary>A software module with two tokens of its own: one with keys, and one that nobody logs in to rightly.</summary>
public sealed partial class SoftHsm : IDisposable
{
    public const string Pin = "24681357";
    private const string Module = "/usr/lib/softhsm/libsofthsm2.so";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crossborder-softhsm-");

    public SoftHsm()
    {
        if (IsMissing)
            return;

        Directory.CreateDirectory(PathOf("tokens"));
        var configuration = Write("softhsm2.conf", $"directories.tokendir = {PathOf("tokens")}\nobjectstore.backend = file\n");
        // The module reads it with getenv, which does not see what .NET sets.
        Environment.SetEnvironmentVariable("SOFTHSM2_CONF", configuration);
        Assert.Equal(0, SetNativeVariable("SOFTHSM2_CONF", configuration, 1));

        Write("pin", Pin + "\n");
        Run("--init-token", "--free", "--label", "hub", "--pin", Pin, "--so-pin", "87654321");
        Run("--init-token", "--free", "--label", "other", "--pin", Pin, "--so-pin", "87654321");
        foreach (var (label, id) in new[] { ("signing", "01"), ("double", "02"), ("double", "03") })
            Run("--import", Write("rsa.pem", Rsa.ExportPkcs8PrivateKeyPem()), "--token", "hub", "--label", label, "--id", id, "--pin", Pin);
        MakeCurveKey("sm2", [0x06, 0x08, 0x2A, 0x81, 0x1C, 0xCF, 0x55, 0x01, 0x82, 0x2D]);
        MakeCurveKey("p256", [0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]);
    }

    public static bool IsMissing { get; } = !File.Exists(Module) || !File.Exists("/usr/bin/softhsm2-util");

    /// <summary>What was imported under the label <c>signing</c>.</summary>
    public RSA Rsa { get; } = RSA.Create(2048);

    public HsmOptions Options => new() { Module = Module, TokenLabel = "hub", PinFile = PathOf("pin"), KeyLabel = "signing" };

    public string Write(string name, string content)
    {
        File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }

    public void Dispose()
    {
        Rsa.Dispose();
        folder.Delete(recursive: true);
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private void MakeCurveKey(string label, byte[] curve)
    {
        using var session = HsmToken.Find(Options)!.Open(SessionType.ReadWrite);
        var attributes = session.Factories.ObjectAttributeFactory;
        using var mechanism = session.Factories.MechanismFactory.Create(CKM.CKM_EC_KEY_PAIR_GEN);
        session.GenerateKeyPair(
            mechanism,
            [attributes.Create(CKA.CKA_TOKEN, true), attributes.Create(CKA.CKA_LABEL, label), attributes.Create(CKA.CKA_EC_PARAMS, curve)],
            [attributes.Create(CKA.CKA_TOKEN, true), attributes.Create(CKA.CKA_LABEL, label), attributes.Create(CKA.CKA_SIGN, true)],
            out _, out _);
    }

    private static void Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/softhsm2-util", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNativeVariable(string name, string value, int overwrite);
}
