using System.Security.Cryptography;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace CrossBorder.Adapters.Hsm;

/// <summary>One token, and sessions with its user logged in.</summary>
internal sealed class HsmToken(ISlot slot, string pinFile)
{
    /// <summary>Null where the module has no token of that label, or several.</summary>
    public static HsmToken? Find(HsmOptions options)
    {
        var slots = Pkcs11Modules.Load(options.Module).GetSlotList(SlotsType.WithTokenPresent)
            .Where(slot => slot.GetTokenInfo() is { } token && token.TokenFlags.TokenInitialized && token.Label.TrimEnd() == options.TokenLabel).ToList();
        return slots.Count == 1 ? new HsmToken(slots[0], options.PinFile) : null;
    }

    public ISession Open(SessionType type = SessionType.ReadOnly)
    {
        var session = slot.OpenSession(type);
        try
        {
            Login(session);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private void Login(ISession session)
    {
        var content = File.ReadAllBytes(pinFile);
        var pin = GC.AllocateArray<byte>(content.AsSpan().TrimEnd("\r\n"u8).Length, pinned: true);
        try
        {
            content.AsSpan(0, pin.Length).CopyTo(pin);
            session.Login(CKU.CKU_USER, pin);
        }
        catch (Pkcs11Exception exception) when (exception.RV == CKR.CKR_USER_ALREADY_LOGGED_IN)
        {
            // A login counts for all sessions of the process.
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
            CryptographicOperations.ZeroMemory(pin);
        }
    }
}
