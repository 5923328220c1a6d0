import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.HdfsConfiguration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * HDFS with one data node and YARN with one node manager, on 127.0.0.1. Writes their settings to
 * FOLDER/conf, says "ready", and ends when its standard input does.
 */
final class MiniCluster {
  private static final String MEMORY = "6144";

  private MiniCluster() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
    System.setProperty("hadoop.log.dir", folder.resolve("logs").toString());
    MiniDFSCluster hdfs = hdfs(folder);
    Configuration conf = yarn(hdfs);
    conf.set("fs.defaultFS", hdfs.getFileSystem().getUri().toString());
    conf.unset("net.topology.node.switch.mapping.impl"); // a class of the tests of Hadoop
    write(conf, Files.createDirectories(folder.resolve("conf")));

    System.out.println("ready");
    while (System.in.read() >= 0) {
      // until whoever started it ends
    }
    Runtime.getRuntime().halt(0);
  }

  private static MiniDFSCluster hdfs(Path folder) throws IOException {
    Configuration conf = new HdfsConfiguration();
    conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
    MiniDFSCluster hdfs = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
    hdfs.waitActive();
    return hdfs;
  }

  private static Configuration yarn(MiniDFSCluster hdfs) throws Exception {
    YarnConfiguration conf = new YarnConfiguration(hdfs.getConfiguration(0));
    conf.set("yarn.nodemanager.resource.memory-mb", MEMORY);
    conf.set("yarn.scheduler.minimum-allocation-mb", "128");
    conf.set("yarn.scheduler.capacity.root.queues", "default");
    conf.set("yarn.scheduler.capacity.root.default.capacity", "100");
    conf.set("yarn.scheduler.capacity.maximum-am-resource-percent", "1.0");
    conf.set("yarn.nodemanager.disk-health-checker.enable", "false");
    conf.set("yarn.nodemanager.vmem-check-enabled", "false");
    conf.set("yarn.nodemanager.pmem-check-enabled", "false");
    MiniYARNCluster yarn = new MiniYARNCluster("quipu", 1, 1, 1);
    yarn.init(conf);
    yarn.start();
    if (!yarn.waitForNodeManagersToConnect(60_000)) {
      throw new IllegalStateException("the node manager has not come up in a minute");
    }

    return yarn.getConfig();
  }

  private static void write(Configuration conf, Path folder) throws IOException {
    for (String name : new String[] {"core-site.xml", "yarn-site.xml"}) {
      try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
        conf.writeXml(out);
      }
    }
  }
}
