assert new File(basedir, 'build.log').text.contains('Formatting violations found in the following files')
