using System.Globalization;

namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>Debian's HAProxy and nginx as a hospital would set them up: TCP passed through, the client's address before it.</summary>
internal sealed class LoadBalancer : IDisposable
{
    /// <summary>Where Debian keeps nginx's stream module (libnginx-mod-stream).</summary>
    public const string NginxStream = "/usr/lib/nginx/modules/ngx_stream_module.so";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("balancer-");
    private ServerProgram? _program;

    private LoadBalancer()
    {
    }

    public int Port { get; } = Ports.Free();

    /// <summary>HAProxy in mode tcp; <paramref name="send"/> is send-proxy or send-proxy-v2.</summary>
    public static async Task<LoadBalancer> HaProxyAsync(string send, params Uri[] nodes)
    {
        var balancer = new LoadBalancer();
        var servers = nodes.Select((node, i) => string.Create(CultureInfo.InvariantCulture, $"  server node{i} 127.0.0.1:{node.Port} {send}\n"));
        var file = balancer.Write("haproxy.cfg", string.Create(CultureInfo.InvariantCulture, $"""
            global
              maxconn 200
            defaults
              mode tcp
              timeout connect 2s
              timeout client 60s
              timeout server 60s
              option redispatch 1
              retries 3
            frontend portal
              bind 127.0.0.1:{balancer.Port}
              default_backend nodes
            backend nodes
              balance roundrobin

            """) + string.Concat(servers));
        balancer._program = await ServerProgram.StartAsync("haproxy", balancer.Port, "-db", "-f", file);
        return balancer;
    }

    /// <summary>nginx with its stream module, which knows version 1 only.</summary>
    public static async Task<LoadBalancer> NginxAsync(Uri node)
    {
        var balancer = new LoadBalancer();
        var folder = balancer._folder.FullName;
        var file = balancer.Write("nginx.conf", string.Create(CultureInfo.InvariantCulture, $$"""
            load_module {{NginxStream}};
            daemon off;
            master_process off;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log;
            events { worker_connections 100; }
            stream {
              server {
                listen 127.0.0.1:{{balancer.Port}};
                proxy_pass 127.0.0.1:{{node.Port}};
                proxy_protocol on;
              }
            }

            """));
        balancer._program = await ServerProgram.StartAsync("nginx", balancer.Port, "-e", Path.Combine(folder, "error.log"), "-p", folder, "-c", file);
        return balancer;
    }

    public void Dispose()
    {
        _program?.Dispose();
        _folder.Delete(recursive: true);
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }
}
