using CrossBorder.Adapters.Departments.Http;
using CrossBorder.Adapters.Departments.RabbitMq;
using CrossBorder.Adapters.Ports;
using CrossBorder.Verification.Outcomes;
using Microsoft.Extensions.Options;

namespace CrossBorder.Adapters.Departments;

/// <summary>Takes each department's own way.</summary>
internal sealed class RoutedDepartmentChannel(
    HttpDepartmentChannel http, RabbitMqDepartmentChannel rabbitMq, IOptions<DepartmentsOptions> options) : IDepartmentChannel
{
    public Task<Outcome<ChannelAnswer>> DeliverAsync(ChannelDelivery delivery, CancellationToken cancellationToken) =>
        options.Value.Find(delivery.Department)?.Channel == DepartmentChannels.RabbitMq
            ? rabbitMq.DeliverAsync(delivery, cancellationToken)
            : http.DeliverAsync(delivery, cancellationToken);
}
