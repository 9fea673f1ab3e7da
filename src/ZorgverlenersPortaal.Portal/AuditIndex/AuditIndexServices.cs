using ZorgverlenersPortaal.Audit.Shipping;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.AuditIndex;

/// <summary>Registers the sending of the trail to Elasticsearch; it is off without <c>Audit:Elasticsearch:Address</c>.</summary>
internal static class AuditIndexServices
{
    /// <summary>Node name of commands beside the portal: nobody else sends what they record.</summary>
    private const string OfCommands = "-cli";

    public static IServiceCollection AddAuditIndex(this IServiceCollection services, PortalSettings settings) => services
        .AddSingleton(s => new AuditIndexing(
            [.. Nodes(settings).Select(node => new IndexedNode(new TrailShipper(node, s.GetRequiredService<TimeProvider>()), TimeSpan.FromSeconds(settings.Audit.Elasticsearch.LagSeconds)))],
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<AuditIndexing>>()))
        .AddHostedService(s => s.GetRequiredService<AuditIndexing>());

    private static IEnumerable<ShippingOptions> Nodes(PortalSettings settings)
    {
        var (audit, file) = (settings.Audit, settings.Storage.File!);
        return audit.Elasticsearch.IsOn
            ? ((string[])["", OfCommands]).Select(suffix => audit.Elasticsearch.Shipping(audit.Trail(file, suffix), audit.FolderBeside(file)))
            : [];
    }
}
