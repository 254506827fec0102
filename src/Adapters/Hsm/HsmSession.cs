using Net.Pkcs11Interop.HighLevelAPI;

namespace CrossBorder.Adapters.Hsm;

/// <summary>A session and the key in it; used by one operation at a time, as PKCS#11 wants it.</summary>
internal sealed record HsmSession(ISession Session, IObjectHandle Key) : IDisposable
{
    public void Dispose() => Session.Dispose();
}
