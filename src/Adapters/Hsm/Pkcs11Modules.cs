using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace CrossBorder.Adapters.Hsm;

/// <summary>
/// The PKCS#11 libraries of this process. A library has one state for the whole process, whoever uses it, so it is loaded once
/// and never finalised: that would end the sessions of everybody else.
/// </summary>
internal static class Pkcs11Modules
{
    private static readonly Pkcs11InteropFactories Factories = new();
    private static readonly ConcurrentDictionary<string, Lazy<IPkcs11Library>> Loaded = new(StringComparer.Ordinal);

    // The package asks for libdl by a name that only development packages of Linux bring.
    static Pkcs11Modules() => NativeLibrary.SetDllImportResolver(typeof(Pkcs11InteropFactories).Assembly, static (name, _, _) =>
        name == "libdl" && NativeLibrary.TryLoad("libdl.so.2", out var handle) ? handle : IntPtr.Zero);

    public static IPkcs11Library Load(string path)
    {
        var module = Loaded.GetOrAdd(path, static file => new Lazy<IPkcs11Library>(
            () => Factories.Pkcs11LibraryFactory.LoadPkcs11Library(Factories, file, AppType.MultiThreaded)));
        try
        {
            return module.Value;
        }
        catch
        {
            // What failed is asked again next time.
            Loaded.TryRemove(new(path, module));
            throw;
        }
    }
}
