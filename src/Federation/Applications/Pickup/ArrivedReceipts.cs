using CrossBorder.Adapters.Departments;
using CrossBorder.Adapters.Ports;
using CrossBorder.Federation.Applications.Resilience;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Pickup;

/// <summary>Receipts that a department's queue brings. One that is refused has been told to the operator; nobody waits for the answer.</summary>
internal sealed class ArrivedReceipts(ReceiveReceipt receive, DepartmentFlow flow, IOptions<DepartmentsOptions> departments) : IReceiptDesk
{
    public async Task TakeAsync(string department, string compact, CancellationToken cancellationToken)
    {
        if (departments.Value.Find(department) is not { } known)
            return;

        var received = await receive.ReceiveAsync(known, compact, cancellationToken);
        if (received.Succeeded)
            await flow.SucceededAsync(department, cancellationToken);
    }
}
