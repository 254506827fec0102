using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CrossBorder.Adapters.Notifications;

internal sealed class NotificationsOptionsValidator(IHostEnvironment environment) : IValidateOptions<NotificationsOptions>
{
    public ValidateOptionsResult Validate(string? name, NotificationsOptions options)
    {
        var faults = options.Webhooks.SelectMany((hook, index) => FaultsOf(hook).Select(fault => $"Alerts:Webhooks:{index}:{fault}"))
            .Concat(options.Webhooks.GroupBy(hook => hook.Name).Where(group => group.Count() > 1).Select(twice => $"Alerts:Webhooks names '{twice.Key}' twice"))
            .Concat(options.Email.Server.Length == 0 ? [] : FaultsOf(options.Email).Select(fault => $"Alerts:Email:{fault}"))
            .Select(fault => ErrorCatalogue.SettingInvalid.With(fault).ToString()).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(WebhookOptions hook)
    {
        if (hook.Name.Length is 0 or > 57)
            yield return "Name has 1 to 57 characters";
        if (!Uri.TryCreate(hook.Address, UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            yield return "Address must be https, or http on loopback";
        if (hook.SigningKey.Length == 0)
            yield return "SigningKey is missing: a receiver could not tell who speaks";
    }

    private IEnumerable<string> FaultsOf(EmailOptions mail)
    {
        foreach (var fault in SmtpFaults.Of(mail, environment))
            yield return fault;
        if (mail.Recipients.Count == 0)
            yield return "Recipients is empty: nobody would read it";
        for (var index = 0; index < mail.Recipients.Count; index++)
        {
            if (!MailboxAddress.TryParse(mail.Recipients[index].Address, out _))
                yield return $"Recipients:{index}:Address is no address";
            if (mail.Recipients[index].Language is not ("zh-Hant" or "zh-Hans" or "en"))
                yield return $"Recipients:{index}:Language must be zh-Hant, zh-Hans or en";
        }
    }
}
