namespace CrossBorder.Federation.SignIn;

/// <summary>
/// The family of a browser and of the system below it, from its User-Agent: what a resident recognises a device by. Versions and models are
/// left out, for together they would single a device out.
/// </summary>
internal static class DeviceKind
{
    // The first that is found counts: most browsers also call themselves by the names of others.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("MicroMessenger/", "WeChat"), ("AlipayClient/", "Alipay"), ("HuaweiBrowser/", "Huawei Browser"), ("MiuiBrowser/", "Mi Browser"),
        ("SamsungBrowser/", "Samsung Internet"), ("UCBrowser/", "UC Browser"), ("MQQBrowser/", "QQ Browser"), ("QQBrowser/", "QQ Browser"),
        ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("HarmonyOS", "HarmonyOS"), ("OpenHarmony", "HarmonyOS"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"),
        ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <summary>Such as <c>Chrome · Android</c>; null where neither can be told.</summary>
    public static string? Of(string? userAgent)
    {
        if (string.IsNullOrEmpty(userAgent))
            return null;

        var known = new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>().ToList();
        return known.Count == 0 ? null : string.Join(" · ", known);
    }

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        Array.Find(known, entry => userAgent.Contains(entry.Sign, StringComparison.Ordinal)).Name;
}
