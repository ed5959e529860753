import java.nio.file.Path;
import java.util.List;
import org.codelibs.opensearch.runner.node.OpenSearchRunnerNode;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.index.mapper.MapperExtrasModulePlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * One node of a test cluster on the loopback address, in a process of its own so that a test can kill it. Arguments: its folder,
 * its place from 0, how many nodes there are, and the first of two ports for each node (HTTP first, then transport).
 */
public final class ClusterNode {
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int place = Integer.parseInt(arguments[1]);
    int count = Integer.parseInt(arguments[2]);
    int firstPort = Integer.parseInt(arguments[3]);
    String[] names = new String[count];
    String[] hosts = new String[count];
    for (int node = 0; node < count; node++) {
      names[node] = "node-" + node;
      hosts[node] = "127.0.0.1:" + (firstPort + count + node);
    }
    Settings settings = Settings.builder()
      .put("cluster.name", "kb-viewer-test-" + firstPort)
      .put("node.name", names[place])
      .put("path.home", folder.toString())
      .put("network.host", "127.0.0.1")
      .put("http.port", firstPort + place)
      .put("transport.port", firstPort + count + place)
      .put("node.store.allow_mmap", false)
      .put("cluster.routing.allocation.disk.threshold_enabled", false)
      .putList("discovery.seed_hosts", hosts)
      .putList("cluster.initial_cluster_manager_nodes", names)
      .build();
    List<Class<? extends Plugin>> plugins =
      List.of(Netty4ModulePlugin.class, CommonAnalysisModulePlugin.class, MapperExtrasModulePlugin.class);
    OpenSearchRunnerNode node = new OpenSearchRunnerNode(new Environment(settings, folder.resolve("config")), plugins);
    node.start();
    // A test that is killed leaves no node behind: its end closes the pipe.
    while (System.in.read() >= 0) {
    }
    Runtime.getRuntime().halt(0);
  }
}
