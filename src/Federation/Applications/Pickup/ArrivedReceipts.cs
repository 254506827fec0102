using CrossBorder.Adapters.Departments;
using CrossBorder.Adapters.Ports;
using Microsoft.Extensions.Options;

namespace CrossBorder.Federation.Applications.Pickup;

/// <summary>Receipts that a department's queue brings. One that is refused has been told to the operator; nobody waits for the answer.</summary>
internal sealed class ArrivedReceipts(ReceiveReceipt receive, IOptions<DepartmentsOptions> departments) : IReceiptDesk
{
    public async Task TakeAsync(string department, string compact, CancellationToken cancellationToken)
    {
        if (departments.Value.Find(department) is { } known)
            await receive.ReceiveAsync(known, compact, cancellationToken);
    }
}
